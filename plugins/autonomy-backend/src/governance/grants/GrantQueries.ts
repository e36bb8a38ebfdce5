import type {
  CompiledPolicy,
  DecisionRight,
  GrantState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { toInstant } from '../../database';
import { whereAllVisible } from '../../permissions';
import { toTerms } from './grantRows';
import { recordedGrants } from './recordedGrants';
import type { GrantsFilter, ListedGrant } from './types';

/**
 * A stretch of the list, the last opened first.
 *
 * @internal
 */
export interface GrantStretch extends GrantsFilter {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  after?: { openedAt: number; id: string };
  skip?: number;
  limit: number;
}

/**
 * The read model of grants of entities in scope.
 *
 * @internal
 */
export class GrantQueries {
  readonly #knex: Knex;
  readonly #policy: Pick<CompiledPolicy, 'policy'>;

  static create(options: {
    knex: Knex;
    policy: Pick<CompiledPolicy, 'policy'>;
  }): GrantQueries {
    return new GrantQueries(options.knex, options.policy);
  }

  private constructor(knex: Knex, policy: Pick<CompiledPolicy, 'policy'>) {
    this.#knex = knex;
    this.#policy = policy;
  }

  /** @param now - UTC milliseconds */
  async get(
    id: string,
    now: number,
    knex: Knex = this.#knex,
  ): Promise<ListedGrant | undefined> {
    const row = await this.#withState(knex, now)
      .where('recorded.id', id)
      .first();
    return row && toListed(row);
  }

  /**
   * Keyset paging: as quick on the last page as on the first.
   *
   * @param now - UTC milliseconds
   */
  async list(stretch: GrantStretch, now: number): Promise<ListedGrant[]> {
    const { after, board, entity, limit, skip = 0, state, visible } = stretch;
    const query = this.#withState(this.#knex, now);
    whereAllVisible(query, visible);
    if (entity) {
      query.whereIn('recorded.entity_ref', entity);
    }
    if (board) {
      query.whereIn('recorded.board_ref', board);
    }
    if (state) {
      query.whereIn('recorded.state', state);
    }
    if (after) {
      query.whereRaw('(recorded.opened_at, recorded.id) < (?, ?)', [
        after.openedAt,
        after.id,
      ]);
    }
    const rows = await query
      .orderBy([
        { column: 'recorded.opened_at', order: 'desc' },
        { column: 'recorded.id', order: 'desc' },
      ])
      .offset(skip)
      .limit(limit);
    return rows.map(toListed);
  }

  #withState(knex: Knex, now: number): Knex.QueryBuilder {
    return knex
      .from(recordedGrants(knex, { now, policy: this.#policy }).as('recorded'))
      .join('entities', 'entities.entity_ref', 'recorded.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'recorded.entity_ref',
      )
      .where('entities.in_scope', true)
      .select('recorded.*');
  }
}

function toListed(row: any): ListedGrant {
  const openedAt = Number(row.opened_at);
  const isApproved = row.outcome === 'approved';
  const endsAt = Number(row.ends_at);
  const { revokedAt = Infinity } = toTerms(row);
  return {
    ...toTerms(row),
    state: row.state as GrantState,
    boardRef: row.board_ref,
    grantedBy: isApproved ? row.board_ref : undefined,
    // Before the decision, the earliest that can be.
    from: Number(
      row.from_at ?? Math.max(openedAt, Number(row.former_ends_at ?? 0)),
    ),
    openedBy: row.opened_by,
    openedAt,
    proposalId: row.proposal_id,
    recommended: row.recommended as DecisionRight,
    decidedAt: toInstant(row.decided_at),
    revokedBy: row.revoked_by ?? undefined,
    revokedReason: row.revoked_reason ?? undefined,
    renewalOf: row.renewal_of ?? undefined,
    renewedBy: row.renewed_by ?? undefined,
    auditId: row.audit_id ?? undefined,
    renewals: Number(row.renewals),
    endsAt: Math.min(endsAt, revokedAt),
  };
}
