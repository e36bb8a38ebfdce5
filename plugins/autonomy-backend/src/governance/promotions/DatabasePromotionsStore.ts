import type {
  AutonomyLevel,
  PromotionDecision,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity } from '../../database';
import type { PromotionsStore } from './PromotionsStore';

const TABLE = 'promotion_decisions';

interface DecisionRow {
  id: string;
  entity_ref: string;
  level: number;
  outcome: string;
  decided_by: string;
  recorded_at: number | string;
  /** Of the proposal: the one that it appeals. */
  appeal_of: string | null;
}

/**
 * @internal
 */
export class DatabasePromotionsStore implements PromotionsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabasePromotionsStore {
    return new DatabasePromotionsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, PromotionDecision[]>> {
    const rows: DecisionRow[] = await this.#knex(TABLE)
      .leftJoin('proposals', 'proposals.id', `${TABLE}.id`)
      .whereIn(`${TABLE}.entity_ref`, entityRefs)
      .select(`${TABLE}.*`, 'proposals.appeal_of');
    return groupByEntity(rows, toDecision);
  }

  async add(
    trx: Knex.Transaction,
    decision: Omit<PromotionDecision, 'decidedBy' | 'overrules'> & {
      /** Ref of the board. */
      decidedBy: string;
    },
  ): Promise<void> {
    await trx(TABLE).insert({
      id: decision.id,
      entity_ref: decision.entityRef,
      level: decision.level,
      outcome: decision.outcome,
      decided_by: decision.decidedBy,
      recorded_at: decision.recordedAt,
    });
  }
}

function toDecision(row: DecisionRow): PromotionDecision {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    level: row.level as AutonomyLevel,
    outcome: row.outcome as PromotionDecision['outcome'],
    overrules: row.appeal_of ?? undefined,
    decidedBy: row.decided_by,
    recordedAt: Number(row.recorded_at),
  };
}
