import type {
  AutonomyEntitySummary,
  EntitySortField,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { whereVisible } from '../../permissions';
import {
  TEXT_SORT_FIELDS,
  type ListedEntity,
  type ListFilter,
  type ListStretch,
} from './ListQuery';

/** The only expressions that a list is ever ordered by; none is null. */
const SORT_EXPRESSIONS: Record<EntitySortField, string> = {
  name: 'entities.sort_name',
  level: 'evaluations.level',
  guardrailStatus: 'evaluations.guardrail_rank',
  readiness: 'coalesce(evaluations.readiness, -1)',
  accountability: 'evaluations.accountability',
  tier: 'entity_context.tier',
  owner: "coalesce(entities.owner_ref, '')",
  domain: "coalesce(entity_context.domain_ref, '')",
};

/** What a list shows; the wide columns stay where they are. */
const LIST_COLUMNS = [
  'entities.entity_ref',
  'entities.kind',
  'entities.namespace',
  'entities.name',
  'entities.title',
  'entities.type',
  'entities.owner_ref',
  'entities.system_ref',
  'entity_context.domain_ref',
  'entity_context.tier',
  'evaluations.evaluated_at',
  'evaluations.level',
  'evaluations.level_title',
  'evaluations.guardrail_status',
  'evaluations.guardrails_breached',
  'evaluations.readiness',
  'evaluations.readiness_band',
  'evaluations.readiness_gaps',
  'evaluations.accountability',
];

/**
 * The read model of results: lists in one query over narrow columns, single ones as stored.
 *
 * @internal
 */
export class EvaluationsQueries {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): EvaluationsQueries {
    return new EvaluationsQueries(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readBody(entityRef: string): Promise<string | undefined> {
    const row = await this.#joined()
      .where('evaluations.entity_ref', entityRef)
      .first('evaluations.body');
    return row?.body;
  }

  async count(filter: ListFilter): Promise<number> {
    const query = this.#joined();
    whereFilter(query, filter);
    const row = await query.count('* as total').first();
    return Number(row?.total);
  }

  /** Rows beyond a position (keyset paging: as quick on the last page as on the first). */
  async list(stretch: ListStretch): Promise<ListedEntity[]> {
    const { backwards, filter, from, limit, order, skip = 0 } = stretch;
    const value = SORT_EXPRESSIONS[order.by];
    const isAscending = (order.direction === 'asc') !== backwards;
    const refDirection = backwards ? 'desc' : 'asc';

    const query = this.#joined();
    whereFilter(query, filter);
    if (from) {
      // A number may have a fraction where the column has none.
      const bound = TEXT_SORT_FIELDS.has(order.by)
        ? '?'
        : 'cast(? as double precision)';
      const [beyond, beyondRef] = [isAscending, !backwards].map(isUp =>
        isUp ? '>' : '<',
      );
      query.whereRaw(
        `(${value} ${beyond} ${bound} or (${value} = ${bound} and entities.entity_ref ${beyondRef} ?))`,
        [from.value, from.value, from.entityRef],
      );
    }
    const rows = await query
      .select(...LIST_COLUMNS, this.#knex.raw(`${value} as sort_value`))
      .orderByRaw(`${value} ${isAscending ? 'asc' : 'desc'}`)
      .orderBy('entities.entity_ref', refDirection)
      .offset(skip)
      .limit(limit);
    return rows.map((row: any) => ({
      summary: toSummary(row),
      position: { value: row.sort_value, entityRef: row.entity_ref },
    }));
  }

  #joined(): Knex.QueryBuilder {
    return this.#knex('evaluations')
      .join('entities', 'entities.entity_ref', 'evaluations.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'evaluations.entity_ref',
      )
      .where('entities.in_scope', true);
  }
}

function whereFilter(query: Knex.QueryBuilder, filter: ListFilter): void {
  const alternatives: [string, readonly (string | number)[] | undefined][] = [
    ['lower(entities.kind)', filter.kind],
    ['entities.type', filter.type],
    ['entities.owner_ref', filter.owner],
    ['entities.system_ref', filter.system],
    ['entity_context.domain_ref', filter.domain],
    ['entity_context.tier', filter.tier],
    ['evaluations.level', filter.level],
    ['evaluations.guardrail_status', filter.guardrailStatus],
  ];
  for (const [column, values] of alternatives) {
    if (values) {
      query.whereIn(query.client.raw(column), values);
    }
  }
  if (filter.minReadiness !== undefined) {
    query.where('evaluations.readiness', '>=', filter.minReadiness);
  }
  if (filter.maxReadiness !== undefined) {
    query.where('evaluations.readiness', '<=', filter.maxReadiness);
  }
  if (filter.text) {
    const text = filter.text
      .toLocaleLowerCase('en-US')
      .replace(/[\\%_]/g, match => `\\${match}`);
    query.whereRaw(`entities.search_text like ? escape '\\'`, [`%${text}%`]);
  }
  for (const criteria of filter.visible) {
    whereVisible(query, criteria);
  }
}

function toSummary(row: any): AutonomyEntitySummary {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    tier: row.tier,
    level: row.level,
    levelTitle: row.level_title,
    guardrailStatus: row.guardrail_status,
    guardrailsBreached: row.guardrails_breached,
    readiness: row.readiness ?? undefined,
    readinessBand: row.readiness_band ?? undefined,
    readinessGaps: row.readiness_gaps,
    accountability: row.accountability,
    evaluatedAt: Number(row.evaluated_at),
  };
}
