import type { Knex } from 'knex';
import { inTransaction, type Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import { readOpenProposals, type ProposalDesk } from '../proposals';
import type { PromotionAgenda } from './PromotionAgenda';

const BATCH = 200;

interface RoundsOptions {
  agenda: PromotionAgenda;
  clock: Clock;
  desk: Pick<ProposalDesk, 'end'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
}

/**
 * Finds what {@link PromotionAgenda} could not do at the time: a board came later, a rule let a proposal lapse, an entity
 * left the scope.
 *
 * @internal
 */
export class PromotionRounds {
  readonly #options: RoundsOptions;

  static create(options: RoundsOptions): PromotionRounds {
    return new PromotionRounds(options);
  }

  private constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** Does a part of it. @returns for how many entities; 0 where nothing is left */
  async run(): Promise<number> {
    const { knex } = this.#options;
    for (const find of [unproposed, unasked]) {
      let after: string | undefined = '';
      while (after !== undefined) {
        const refs: string[] = await find(knex, after);
        let count = 0;
        for (const ref of refs) {
          count += (await this.#bringUpToDate(ref)) ? 1 : 0;
        }
        if (count > 0) {
          return count;
        }
        after = refs.length < BATCH ? undefined : refs[refs.length - 1];
      }
    }
    return 0;
  }

  async #bringUpToDate(entityRef: string): Promise<boolean> {
    const { agenda, clock, desk, index, knex, marks } = this.#options;
    const now = await clock.now();
    return inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const found = await readOpenProposals(trx, 'promotion', [entityRef]);
      const open = found.get(entityRef) ?? [];
      const [entity] = await index.readScoped([entityRef], trx);
      if (!entity) {
        const reason = 'the entity is no longer in scope';
        for (const { id } of open) {
          await desk.end(trx, id, { state: 'lapsed', reason }, now);
        }
        return open.length > 0;
      }
      const row = await trx('evaluations')
        .where('entity_ref', entityRef)
        .first('body', 'state');
      // Where the record begins anew the next evaluation says what is proposed.
      if (!row?.state) {
        return false;
      }
      const { boardRef } = entity.snapshot;
      const evaluation = JSON.parse(row.body);
      const state = JSON.parse(row.state);
      const evaluated = { boardRef, evaluation, state };
      return agenda.bringUpToDate(trx, evaluated, open, now);
    });
  }
}

/** Entities with a board that the engine proposes for a level, and nobody is asked. */
async function unasked(knex: Knex, after: string): Promise<string[]> {
  const rows = await knex('evaluations')
    .join(
      'entity_context',
      'entity_context.entity_ref',
      'evaluations.entity_ref',
    )
    .whereNotNull('evaluations.proposed_level')
    .whereNotNull('evaluations.state')
    .whereNotNull('entity_context.board_ref')
    .where('evaluations.entity_ref', '>', after)
    .whereNotExists(open =>
      open
        .from('proposals')
        .select(knex.raw('1'))
        .whereRaw('proposals.entity_ref = evaluations.entity_ref')
        .where({ 'proposals.matter': 'promotion', 'proposals.state': 'open' }),
    )
    .orderBy('evaluations.entity_ref')
    .limit(BATCH)
    .select('evaluations.entity_ref');
  return rows.map(row => row.entity_ref);
}

/** Entities about which a board is asked what the engine does not propose. */
async function unproposed(knex: Knex, after: string): Promise<string[]> {
  const rows = await knex('proposals')
    .leftJoin('entities', scoped =>
      scoped
        .on('entities.entity_ref', 'proposals.entity_ref')
        .andOn('entities.in_scope', knex.raw('?', [true])),
    )
    .leftJoin('evaluations', 'evaluations.entity_ref', 'proposals.entity_ref')
    .where({ 'proposals.matter': 'promotion', 'proposals.state': 'open' })
    .where('proposals.entity_ref', '>', after)
    .where(gone =>
      gone
        .whereNull('entities.entity_ref')
        .orWhere(other =>
          other
            .whereNull('proposals.appeal_of')
            .whereRaw(
              `proposals.subject <> 'level-' || coalesce(evaluations.proposed_level, 0)`,
            ),
        )
        // What the central board is asked on appeal is no open proposal of the engine.
        .orWhereRaw(
          `proposals.appeal_of is not null and proposals.subject <> 'level-' || (evaluations.level + 1)`,
        ),
    )
    .orderBy('proposals.entity_ref')
    .limit(BATCH)
    .distinct('proposals.entity_ref');
  return rows.map(row => row.entity_ref);
}
