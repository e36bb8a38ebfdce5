import type { PlanState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../../permissions/whereVisible';
import { toListed, type ListedPlan } from './listedPlan';
import { planStates } from './planStates';

/** The board that decides about a plan; the binding is the central one. */
const BOARD = `coalesce(plans.board_ref, entity_context.board_ref, ?)`;

/**
 * A stretch of the list, the last opened first. Different filters must all hold.
 *
 * @internal
 */
export interface PlanStretch {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  /** Group refs. */
  board?: string[];
  /** Entity refs. */
  entity?: string[];
  state?: PlanState[];
  after?: { openedAt: number; id: string };
  skip?: number;
  limit: number;
}

/**
 * The read model of plans of entities in scope.
 *
 * @internal
 */
export class PlanQueries {
  readonly #centralBoard?: string;
  readonly #knex: Knex;

  /** @param options - `centralBoard`: decides for entities without a board */
  static create(options: { centralBoard?: string; knex: Knex }): PlanQueries {
    return new PlanQueries(options);
  }

  private constructor(options: { centralBoard?: string; knex: Knex }) {
    this.#centralBoard = options.centralBoard;
    this.#knex = options.knex;
  }

  /** @param now - UTC milliseconds */
  async get(
    id: string,
    now: number,
    knex: Knex = this.#knex,
  ): Promise<ListedPlan | undefined> {
    const row = await this.#everything(now, knex).where('plans.id', id).first();
    return row && toListed(row);
  }

  /**
   * Keyset paging: as quick on the last page as on the first.
   *
   * @param now - UTC milliseconds
   */
  async list(stretch: PlanStretch, now: number): Promise<ListedPlan[]> {
    const { after, board, entity, limit, skip = 0, state, visible } = stretch;
    const query = this.#everything(now, this.#knex);
    whereAllVisible(query, visible);
    if (board) {
      query.whereRaw(`${BOARD} in (${board.map(() => '?').join(', ')})`, [
        this.#central,
        ...board,
      ]);
    }
    if (entity) {
      query.whereIn('plans.entity_ref', entity);
    }
    if (state) {
      query.whereIn('plans.state', state);
    }
    if (after) {
      query.whereRaw('(plans.opened_at, plans.id) < (?, ?)', [
        after.openedAt,
        after.id,
      ]);
    }
    const rows = await query
      .orderBy([
        { column: 'plans.opened_at', order: 'desc' },
        { column: 'plans.id', order: 'desc' },
      ])
      .offset(skip)
      .limit(limit);
    return rows.map(toListed);
  }

  /** Those of the incidents of an entity, as `source/id`, that a plan answers; what was withdrawn answers none. */
  async answered(entityRef: string, now: number): Promise<Set<string>> {
    const rows: { incidents: string }[] = await this.#knex
      .from(planStates(this.#knex, now).as('plans'))
      .where('plans.entity_ref', entityRef)
      .whereNot('plans.state', 'withdrawn')
      .select('plans.incidents');
    return new Set(rows.flatMap(row => JSON.parse(row.incidents)));
  }

  get #central(): string {
    return this.#centralBoard ?? '';
  }

  #everything(now: number, knex: Knex): Knex.QueryBuilder {
    return knex
      .from(planStates(knex, now).as('plans'))
      .join('entities', 'entities.entity_ref', 'plans.entity_ref')
      .join('entity_context', 'entity_context.entity_ref', 'plans.entity_ref')
      .leftJoin('proposals as signing', openAbout('signing', 'plan', now))
      .leftJoin('proposals as moving', openAbout('moving', 'plan-change', now))
      .where('entities.in_scope', true)
      .select(
        'plans.*',
        'entities.title as entity_title',
        'entities.owner_ref',
        'entity_context.domain_ref',
        'entity_context.board_ref as own_board_ref',
        'signing.id as signing_id',
        'signing.board_ref as signing_board_ref',
        'signing.is_request as signing_is_request',
        'signing.opened_by as signing_opened_by',
        'moving.id as moving_id',
        knex.raw(`${BOARD} as deciding_board_ref`, [this.#central]),
      );
  }
}

/** The open proposal about a plan; there is one at most. */
function openAbout(
  alias: string,
  matter: 'plan' | 'plan-change',
  now: number,
): Knex.JoinCallback {
  return join =>
    join
      .on(`${alias}.entity_ref`, 'plans.entity_ref')
      .andOn(`${alias}.subject`, 'plans.id')
      .andOnVal(`${alias}.matter`, matter)
      .andOnVal(`${alias}.state`, 'open')
      .andOn(still =>
        still
          .onNull(`${alias}.lapses_at`)
          .orOnVal(`${alias}.lapses_at`, '>', now),
      );
}
