import type { AuditState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../../permissions/whereVisible';
import { asOf, AUDITS_TABLE, OPEN_STATES, toAudit } from './auditRows';
import type { DatabaseAudits } from './DatabaseAudits';
import type { ListedAudit } from './types';

/**
 * Which audits are wanted; different filters must all hold.
 *
 * @internal
 */
export interface AuditsFilter {
  /** Group refs. */
  board?: string[];
  /** Refs of governance domains, as they were when the audits were opened; empty: none. */
  domain?: string[];
  /** Entity refs. */
  entity?: string[];
  state?: AuditState[];
  /** `2026-Q4` */
  quarter?: string[];
}

/**
 * A stretch of the list, the first due first.
 *
 * @internal
 */
export interface AuditStretch extends AuditsFilter {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  after?: { dueAt: number; id: string };
  skip?: number;
  limit: number;
}

/**
 * The read model of trust audits of entities in scope. What it gives holds what each side said; it is for
 * {@link AuditView} to keep that back.
 *
 * @internal
 */
export class AuditQueries {
  readonly #audits: DatabaseAudits;
  readonly #knex: Knex;

  static create(options: { audits: DatabaseAudits; knex: Knex }): AuditQueries {
    return new AuditQueries(options.audits, options.knex);
  }

  private constructor(audits: DatabaseAudits, knex: Knex) {
    this.#audits = audits;
    this.#knex = knex;
  }

  /** @param now - UTC milliseconds */
  async get(id: string, now: number): Promise<ListedAudit | undefined> {
    const rows = await this.#everything().where('audits.id', id);
    return (await this.#listed(rows, now))[0];
  }

  /**
   * Keyset paging: as quick on the last page as on the first.
   *
   * @param now - UTC milliseconds
   */
  async list(stretch: AuditStretch, now: number): Promise<ListedAudit[]> {
    const { after, limit, skip = 0 } = stretch;
    const query = this.#filtered(stretch, now);
    if (after) {
      query.whereRaw('(audits.due_at, audits.id) > (?, ?)', [
        after.dueAt,
        after.id,
      ]);
    }
    const rows = await query
      .orderBy(['audits.due_at', 'audits.id'])
      .offset(skip)
      .limit(limit);
    return this.#listed(rows, now);
  }

  #filtered(
    { board, domain, entity, quarter, state, visible }: AuditStretch,
    now: number,
  ): Knex.QueryBuilder {
    const query = this.#everything();
    whereAllVisible(query, visible);
    if (board) {
      query.whereIn('audits.board_ref', board);
    }
    if (domain) {
      query.whereIn(
        query.client.raw("coalesce(audits.domain_ref, '')"),
        domain,
      );
    }
    if (entity) {
      query.whereIn('audits.entity_ref', entity);
    }
    if (quarter) {
      query.whereIn('audits.quarter', quarter);
    }
    if (state) {
      whereState(query, state, now);
    }
    return query;
  }

  #everything(): Knex.QueryBuilder {
    return this.#knex(`${AUDITS_TABLE} as audits`)
      .join('entities', 'entities.entity_ref', 'audits.entity_ref')
      .join('entity_context', 'entity_context.entity_ref', 'audits.entity_ref')
      .leftJoin(
        `${AUDITS_TABLE} as follow_up`,
        'follow_up.predecessor_id',
        'audits.id',
      )
      .where('entities.in_scope', true)
      .select(
        'audits.*',
        'entities.title as entity_title',
        'entities.owner_ref',
        'follow_up.id as follow_up_id',
      );
  }

  async #listed(rows: readonly any[], now: number): Promise<ListedAudit[]> {
    const ratings = await this.#audits.ratingsOf(rows.map(({ id }) => id));
    return rows.map(row => ({
      ...asOf(toAudit(row), now),
      ratings: ratings.get(row.id) ?? {},
      entityTitle: row.entity_title ?? undefined,
      ownerRef: row.owner_ref ?? undefined,
      followUpId: row.follow_up_id ?? undefined,
    }));
  }
}

/** One whose end has come has lapsed, whether or not anybody wrote it down. */
function whereState(
  query: Knex.QueryBuilder,
  states: readonly AuditState[],
  now: number,
): void {
  const open = states.filter(state => OPEN_STATES.includes(state));
  query.andWhere(any => {
    any.whereIn(
      'audits.state',
      states.filter(state => !OPEN_STATES.includes(state)),
    );
    any.orWhere(still =>
      still.whereIn('audits.state', open).where('audits.lapses_at', '>', now),
    );
    if (states.includes('lapsed')) {
      any.orWhere(over =>
        over
          .whereIn('audits.state', [...OPEN_STATES])
          .where('audits.lapses_at', '<=', now),
      );
    }
  });
}
