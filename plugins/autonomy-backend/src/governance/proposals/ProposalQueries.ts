import type {
  Matter,
  ProposalState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../../permissions/whereVisible';
import { asOf, toProposal } from './proposalRows';
import type { StoredProposal } from './types';

/**
 * Which proposals are wanted; different filters must all hold.
 *
 * @internal
 */
export interface ProposalsFilter {
  /** Group refs. */
  board?: string[];
  /** Entity refs. */
  entity?: string[];
  matter?: Matter[];
  state?: ProposalState[];
  /** Those that were decided, or lapsed, in `[from, to)`; UTC milliseconds. */
  decided?: { from: number; to: number };
}

/**
 * A stretch of the list.
 *
 * @internal
 */
export interface ProposalStretch extends ProposalsFilter {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  after?: { openedAt: number; id: string };
  skip?: number;
  limit: number;
  /** The last opened first, unless the oldest are wanted. */
  order?: 'asc' | 'desc';
}

/** A proposal with how its entity is called. @internal */
export type ListedProposal = StoredProposal & { entityTitle?: string };

/**
 * The read model of proposals about entities in scope.
 *
 * @internal
 */
export class ProposalQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ProposalQueries {
    return new ProposalQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @param now - UTC milliseconds */
  async get(id: string, now: number): Promise<ListedProposal | undefined> {
    const row = await this.#everything().where('proposals.id', id).first();
    return row && toListed(row, now);
  }

  /**
   * Keyset paging: as quick on the last page as on the first.
   *
   * @param now - UTC milliseconds
   */
  async list(stretch: ProposalStretch, now: number): Promise<ListedProposal[]> {
    const { after, limit, order = 'desc', skip = 0 } = stretch;
    const query = this.#filtered(stretch, now);
    if (after) {
      query.whereRaw(
        `(proposals.opened_at, proposals.id) ${
          order === 'desc' ? '<' : '>'
        } (?, ?)`,
        [after.openedAt, after.id],
      );
    }
    const rows = await query
      .orderBy([
        { column: 'proposals.opened_at', order },
        { column: 'proposals.id', order },
      ])
      .offset(skip)
      .limit(limit);
    return rows.map((row: any) => toListed(row, now));
  }

  /** @param now - UTC milliseconds */
  async count(
    filter: ProposalsFilter & Pick<ProposalStretch, 'visible'>,
    now: number,
  ): Promise<number> {
    const row = await this.#filtered(filter, now)
      .clearSelect()
      .count('* as total')
      .first();
    return Number(row.total);
  }

  /** The appeals that were made of some proposals: id of the appealed one to id of the appeal. */
  async appealsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.#knex('proposals')
      .whereIn('appeal_of', ids)
      .select('id', 'appeal_of');
    return new Map(rows.map(row => [row.appeal_of, row.id]));
  }

  #filtered(
    filter: ProposalsFilter & Pick<ProposalStretch, 'visible'>,
    now: number,
  ): Knex.QueryBuilder {
    const { board, decided, entity, matter, state, visible } = filter;
    const query = this.#everything();
    whereAllVisible(query, visible);
    if (board) {
      query.whereIn('proposals.board_ref', board);
    }
    if (entity) {
      query.whereIn('proposals.entity_ref', entity);
    }
    if (matter) {
      query.whereIn('proposals.matter', matter);
    }
    if (state) {
      query.andWhere(any => {
        any.whereIn(
          'proposals.state',
          state.filter(each => each !== 'open'),
        );
        if (state.includes('open')) {
          any.orWhere(open =>
            open
              .where('proposals.state', 'open')
              .andWhere(still =>
                still
                  .whereNull('proposals.lapses_at')
                  .orWhere('proposals.lapses_at', '>', now),
              ),
          );
        }
        if (state.includes('lapsed')) {
          any.orWhere(over =>
            over
              .where('proposals.state', 'open')
              .where('proposals.lapses_at', '<=', now),
          );
        }
      });
    }
    if (decided) {
      query
        .where('proposals.decided_at', '>=', decided.from)
        .where('proposals.decided_at', '<', decided.to);
    }
    return query;
  }

  #everything(): Knex.QueryBuilder {
    return this.#knex('proposals')
      .join('entities', 'entities.entity_ref', 'proposals.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'proposals.entity_ref',
      )
      .where('entities.in_scope', true)
      .select('proposals.*', 'entities.title as entity_title');
  }
}

function toListed(row: any, now: number): ListedProposal {
  return {
    ...asOf(toProposal(row), now),
    entityTitle: row.entity_title ?? undefined,
  };
}
