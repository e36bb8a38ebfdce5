import type {
  ActivityItem,
  HistoryPoint,
  ListActivityRequest,
  RecordedEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../permissions';
import {
  ACTIVITY_COLUMNS,
  EVENT_COLUMNS,
  POINT_COLUMNS,
  toActivity,
  toEvent,
  toPoint,
  type PointRow,
} from './rows';

/**
 * Where an event stands in a list: the newest comes first.
 *
 * @internal
 */
export interface EventPosition {
  at: number;
  id: string;
}

/**
 * Instants in UTC milliseconds, both included.
 *
 * @internal
 */
export interface Period {
  from: number;
  to: number;
}

interface EventStretch {
  /** Only what comes after. */
  after?: EventPosition;
  /** How many rows are passed over; none unless told. */
  skip?: number;
  limit: number;
}

/**
 * @internal
 */
export type ActivityFilter = Pick<
  ListActivityRequest,
  'cause' | 'domain' | 'kind' | 'owner'
> & {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
};

/**
 * The read model of what was said of entities, and what changed.
 *
 * @internal
 */
export class HistoryQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): HistoryQueries {
    return new HistoryQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The last points of a period, in the order of time. */
  async points(
    entityRef: string,
    { from, to }: Period,
    limit: number,
  ): Promise<HistoryPoint[]> {
    const rows: PointRow[] = await this.#points(entityRef)
      .whereBetween('at', [from, to])
      .limit(limit);
    return rows.reverse().map(toPoint);
  }

  /** The last point before an instant. */
  async pointBefore(
    entityRef: string,
    instant: number,
  ): Promise<HistoryPoint | undefined> {
    const row: PointRow | undefined = await this.#points(entityRef)
      .where('at', '<', instant)
      .first();
    return row && toPoint(row);
  }

  /** Keyset paging: as quick on the last page as on the first. */
  async events(
    entityRef: string,
    { from, to }: Period,
    stretch: EventStretch,
  ): Promise<RecordedEvent[]> {
    const query = this.#knex('evaluation_events')
      .where('evaluation_events.entity_ref', entityRef)
      .whereBetween('evaluation_events.at', [from, to]);
    newestFirst(query, stretch);
    return (await query.select(EVENT_COLUMNS)).map(toEvent);
  }

  /** Of entities in scope. Keyset paging: as quick on the last page as on the first. */
  async activity(
    filter: ActivityFilter,
    stretch: EventStretch,
  ): Promise<ActivityItem[]> {
    const query = this.#knex('evaluation_events')
      .join('entities', 'entities.entity_ref', 'evaluation_events.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'evaluation_events.entity_ref',
      )
      .whereRaw('entities.in_scope');
    const alternatives: [string, readonly string[] | undefined][] = [
      ['evaluation_events.kind', filter.kind],
      ['evaluation_events.cause', filter.cause],
      ['entity_context.domain_ref', filter.domain],
      ['entities.owner_ref', filter.owner],
    ];
    for (const [column, values] of alternatives) {
      if (values) {
        query.whereIn(column, values);
      }
    }
    whereAllVisible(query, filter.visible);
    newestFirst(query, stretch);
    return (await query.select(ACTIVITY_COLUMNS)).map(toActivity);
  }

  /** The newest first. */
  #points(entityRef: string): Knex.QueryBuilder {
    return this.#knex('evaluation_points')
      .where('entity_ref', entityRef)
      .orderBy('at', 'desc')
      .select(POINT_COLUMNS);
  }
}

function newestFirst(
  query: Knex.QueryBuilder,
  { after, limit, skip = 0 }: EventStretch,
): void {
  if (after) {
    query.whereRaw('(evaluation_events.at, evaluation_events.id) < (?, ?)', [
      after.at,
      after.id,
    ]);
  }
  query
    .orderBy([
      { column: 'evaluation_events.at', order: 'desc' },
      { column: 'evaluation_events.id', order: 'desc' },
    ])
    .offset(skip)
    .limit(limit);
}
