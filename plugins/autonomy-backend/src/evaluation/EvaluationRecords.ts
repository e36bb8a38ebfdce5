import type {
  CompiledPolicy,
  EvaluationState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks, isPostgres } from '../database';

const CHUNK = 200;

/**
 * What is remembered of an entity from one evaluation to the next.
 *
 * @internal
 */
export interface EvaluationRecord {
  /** When it was evaluated for the first time, in UTC milliseconds; absent means never in this form. */
  startedAt?: number;
  /** How often the record was begun anew. */
  restarts: number;
  /** What the last evaluation left; absent where the record begins, for the first time or anew. */
  state?: EvaluationState;
}

/**
 * The records of entities.
 *
 * @remarks
 *
 * Where the policy counts stored history (`ladder.bootstrap: sustained`), evidence of the time before a
 * record's start begins the record anew: entities are known, and so evaluated, long before anybody
 * can report what they did in the last year.
 *
 * @internal
 */
export class EvaluationRecords {
  readonly #knex: Knex;
  readonly #countsHistory: boolean;

  static create(options: {
    knex: Knex;
    policy: CompiledPolicy['policy'];
  }): EvaluationRecords {
    const { knex, policy } = options;
    return new EvaluationRecords(knex, policy.ladder.bootstrap === 'sustained');
  }

  private constructor(knex: Knex, countsHistory: boolean) {
    this.#knex = knex;
    this.#countsHistory = countsHistory;
  }

  /** Whether a record that begins needs what was reported of the time before. */
  get countsHistory(): boolean {
    return this.#countsHistory;
  }

  async read(
    entityRefs: readonly string[],
  ): Promise<Map<string, EvaluationRecord>> {
    const rows = await this.#knex('evaluations')
      .whereIn('entity_ref', entityRefs)
      .select('entity_ref', 'started_at', 'restarts', 'state');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          startedAt:
            row.started_at === null ? undefined : Number(row.started_at),
          restarts: row.restarts,
          state: row.state ? JSON.parse(row.state) : undefined,
        },
      ]),
    );
  }

  /**
   * Takes notice of new evidence.
   *
   * @param earliest - by entity ref, when the earliest of it happened, in UTC milliseconds
   */
  async addHistory(
    trx: Knex.Transaction,
    earliest: ReadonlyMap<string, number>,
  ): Promise<void> {
    if (!this.#countsHistory) {
      return;
    }
    for (const refs of inChunks([...earliest.keys()], CHUNK)) {
      // In the order in which results are written, so that the two wait for each other; a database in a
      // language of its own would sort otherwise.
      const rows = await trx('evaluations')
        .whereIn('entity_ref', refs)
        .whereNotNull('started_at')
        .orderByRaw(isPostgres(trx) ? 'entity_ref collate "C"' : 'entity_ref')
        .forUpdate()
        .select('entity_ref', 'started_at');
      const older = rows
        .filter(row => earliest.get(row.entity_ref)! < Number(row.started_at))
        .map(row => row.entity_ref);
      await trx('evaluations')
        .whereIn('entity_ref', older)
        .update({ state: null, restarts: trx.raw('restarts + 1') });
    }
  }
}
