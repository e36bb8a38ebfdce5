import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import {
  PLACEMENTS_TABLE,
  type EntityIndexStore,
  type PlacementRow,
} from '../../entities';
import type { EvaluationMarks } from '../../evaluation';
import {
  readOpenProposals,
  type NewOpening,
  type ProposalDesk,
} from '../proposals';
import { moveQuestion, tierQuestion } from './placementQuestions';

const BATCH = 200;

/**
 * @internal
 */
export interface PlacementRoundsOptions {
  desk: Pick<ProposalDesk, 'end' | 'open'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  marks: EvaluationMarks;
}

/** One kind of question: its columns, and how it is put. */
interface Question {
  matter: 'placement' | 'tier-review';
  wanted: 'move' | 'difference';
  asked: 'asked_move' | 'asked_difference';
  answered: 'rejected_move' | 'known_difference';
  /** Why nobody has to answer it any more. */
  gone: string;
}

const QUESTIONS: readonly Question[] = [
  {
    matter: 'placement',
    wanted: 'move',
    asked: 'asked_move',
    answered: 'rejected_move',
    gone: 'the move was taken back or changed in the catalog',
  },
  {
    matter: 'tier-review',
    wanted: 'difference',
    asked: 'asked_difference',
    answered: 'known_difference',
    gone: 'the declared or the computed tier is another one now',
  },
];

/**
 * Asks boards about moves and tiers as sweeps find them, and stops asking about what is no longer so.
 *
 * @internal
 */
export class PlacementRounds {
  readonly #options: PlacementRoundsOptions;

  static create(options: PlacementRoundsOptions): PlacementRounds {
    return new PlacementRounds(options);
  }

  private constructor(options: PlacementRoundsOptions) {
    this.#options = options;
  }

  /**
   * Does a part of it.
   *
   * @param now - UTC milliseconds
   * @returns for how many entities; 0 where nothing is left
   */
  async openDue(now: number): Promise<number> {
    for (const question of QUESTIONS) {
      let after: string | undefined = '';
      while (after !== undefined) {
        const refs: string[] = await this.#due(question, after);
        let count = 0;
        for (const ref of refs) {
          count += (await this.#bringUpToDate(question, ref, now)) ? 1 : 0;
        }
        if (count > 0) {
          return count;
        }
        after = refs.length < BATCH ? undefined : refs[refs.length - 1];
      }
    }
    return 0;
  }

  /** Entities about which a board is asked what is no longer so, or not asked what is. */
  async #due(
    { answered, asked, matter, wanted }: Question,
    after: string,
  ): Promise<string[]> {
    const { knex } = this.#options;
    const rows = await knex(PLACEMENTS_TABLE)
      .leftJoin(
        'entity_context',
        'entity_context.entity_ref',
        'placements.entity_ref',
      )
      .where('placements.entity_ref', '>', after)
      .where(any =>
        any
          .whereNotNull(`placements.${wanted}`)
          .orWhereNotNull(`placements.${asked}`)
          .orWhereIn('placements.entity_ref', appealed(knex, matter)),
      )
      .where(due =>
        due
          .where(stale =>
            stale
              .whereNotNull(`placements.${asked}`)
              .where(other =>
                other
                  .whereNull('entity_context.entity_ref')
                  .orWhereNull(`placements.${wanted}`)
                  .orWhereRaw(`placements.${wanted} <> placements.${asked}`),
              ),
          )
          .orWhere(overtaken =>
            overtaken
              .whereIn('placements.entity_ref', appealed(knex, matter))
              .where(other =>
                other
                  .whereNull(`placements.${wanted}`)
                  .orWhereRaw(`placements.${wanted} <> placements.${answered}`),
              ),
          )
          .orWhere(fresh =>
            fresh
              .whereNull(`placements.${asked}`)
              .whereNotNull(`placements.${wanted}`)
              .whereNotNull('entity_context.board_ref')
              .where(unanswered =>
                unanswered
                  .whereNull(`placements.${answered}`)
                  .orWhereRaw(`placements.${answered} <> placements.${wanted}`),
              ),
          ),
      )
      .orderBy('placements.entity_ref')
      .limit(BATCH)
      .select('placements.entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async #bringUpToDate(
    question: Question,
    entityRef: string,
    now: number,
  ): Promise<boolean> {
    const { desk, index, knex, marks } = this.#options;
    const { answered, asked, gone, matter, wanted } = question;
    return inTransaction(knex, async trx => {
      await marks.mark(trx, [entityRef], now);
      const rows = () =>
        trx<PlacementRow>(PLACEMENTS_TABLE).where('entity_ref', entityRef);
      const row = await rows().first();
      const [entity] = await index.readScoped([entityRef], trx);
      const current = entity ? row?.[wanted] ?? null : null;
      if (!row || (row[asked] !== null && row[asked] === current)) {
        return false;
      }
      const found = await readOpenProposals(trx, matter, [entityRef]);
      const open = found.get(entityRef) ?? [];
      for (const { id } of open) {
        await desk.end(trx, id, { state: 'lapsed', reason: gone }, now);
      }
      await rows().update({ [asked]: null });
      const isOver = open.length > 0 || row[asked] !== null;
      if (!entity || current === null || row[answered] === current) {
        return isOver;
      }
      const isOpen = await this.#open(
        trx,
        question.matter === 'placement'
          ? moveQuestion({ ...row, pending: row.pending! }, entity.snapshot)
          : tierQuestion(current, entity.snapshot),
        now,
      );
      if (isOpen) {
        await rows().update({ [asked]: current, [answered]: null });
      }
      return isOpen || isOver;
    });
  }

  /** @returns false where nobody could decide it */
  async #open(
    trx: Knex.Transaction,
    opening: NewOpening,
    now: number,
  ): Promise<boolean> {
    try {
      // Of its own, so that nothing is left of what cannot be opened.
      await trx.transaction(nested =>
        this.#options.desk.open(nested, opening, now),
      );
      return true;
    } catch (error) {
      if (error instanceof ConflictError || error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }
}

/** Entities about which the central board is asked what another board has answered. */
function appealed(knex: Knex, matter: Question['matter']): Knex.QueryBuilder {
  return knex('proposals')
    .where({ matter, state: 'open' })
    .whereNotNull('appeal_of')
    .select('entity_ref');
}
