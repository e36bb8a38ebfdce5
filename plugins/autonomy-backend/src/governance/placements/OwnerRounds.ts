import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import { PLACEMENTS_TABLE } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import type { OnOwnerChanged } from './types';

const BATCH = 200;

/**
 * @internal
 */
export interface OwnerRoundsOptions {
  knex: Knex;
  marks: EvaluationMarks;
  onOwnerChanged?: OnOwnerChanged;
}

/**
 * Notices that entities belong to somebody else.
 *
 * @internal
 */
export class OwnerRounds {
  readonly #options: OwnerRoundsOptions;
  /** Revision of the index after which there was nothing left to notice. */
  #noticed?: number;

  static create(options: OwnerRoundsOptions): OwnerRounds {
    return new OwnerRounds(options);
  }

  private constructor(options: OwnerRoundsOptions) {
    this.#options = options;
  }

  /**
   * @param now - UTC milliseconds
   * @returns how many entities have another owner
   */
  async run(now: number): Promise<number> {
    const { knex } = this.#options;
    const state = await knex('index_state').where('id', 'catalog').first();
    const revision = Number(state.derived_revision);
    if (this.#noticed === revision) {
      return 0;
    }
    await this.#noteFirstOwners();
    let count = 0;
    let found: string[];
    do {
      found = await this.#differing();
      for (const ref of found) {
        count += await this.#notice(ref, now);
      }
    } while (found.length === BATCH);
    this.#noticed = revision;
    return count;
  }

  /** Whoever is the first to own an entity is nobody's successor. All at once: it may be a whole catalog. */
  async #noteFirstOwners(): Promise<void> {
    const { knex } = this.#options;
    const owner = knex('entities')
      .whereRaw('entities.entity_ref = placements.entity_ref')
      .where('entities.in_scope', true)
      .whereNotNull('entities.owner_ref')
      .select('entities.owner_ref');
    await knex(PLACEMENTS_TABLE)
      .whereNull('owner_ref')
      .whereExists(owner.clone())
      .update({ owner_ref: owner as any });
  }

  async #differing(): Promise<string[]> {
    const rows = await this.#options
      .knex(PLACEMENTS_TABLE)
      .join('entities', 'entities.entity_ref', 'placements.entity_ref')
      .where('entities.in_scope', true)
      // Who has no owner for a while belongs to the last one.
      .whereNotNull('entities.owner_ref')
      .whereRaw('placements.owner_ref <> entities.owner_ref')
      .orderBy('placements.entity_ref')
      .limit(BATCH)
      .select('placements.entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async #notice(entityRef: string, now: number): Promise<number> {
    const { knex, marks, onOwnerChanged } = this.#options;
    return inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const { from, to } =
        (await trx(PLACEMENTS_TABLE)
          .join('entities', 'entities.entity_ref', 'placements.entity_ref')
          .where('placements.entity_ref', entityRef)
          .first('placements.owner_ref as from', 'entities.owner_ref as to')) ??
        {};
      // Somebody else has noticed it, or it is gone.
      if (!from || !to || from === to) {
        return 0;
      }
      await trx(PLACEMENTS_TABLE)
        .where('entity_ref', entityRef)
        .update({ owner_ref: to });
      await onOwnerChanged?.(trx, [entityRef], now);
      return 1;
    });
  }
}
