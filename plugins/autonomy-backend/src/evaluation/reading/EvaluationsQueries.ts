import type {
  AutonomyEntitySummary,
  EntitySortField,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { whereVisible } from '../../permissions';
import type { ListedEntity, ListFilter, ListStretch } from './ListQuery';

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

const TEXT_FIELDS: ReadonlySet<EntitySortField> = new Set([
  'name',
  'owner',
  'domain',
]);

const RESULT_COLUMNS = [
  'evaluated_at',
  'level',
  'level_title',
  'guardrail_status',
  'guardrails_breached',
  'readiness',
  'readiness_band',
  'readiness_gaps',
  'accountability',
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
    const { backwards, filter, from, limit, order } = stretch;
    const value = SORT_EXPRESSIONS[order.by];
    const isAscending = (order.direction === 'asc') !== backwards;
    const refDirection = backwards ? 'desc' : 'asc';

    const query = this.#joined();
    whereFilter(query, filter);
    if (from) {
      const isText = TEXT_FIELDS.has(order.by);
      const bound = isText ? String(from.value) : Number(from.value);
      query.whereRaw(
        `(${value} ${
          isAscending ? '>' : '<'
        } ? or (${value} = ? and entities.entity_ref ${
          backwards ? '<' : '>'
        } ?))`,
        [bound, bound, from.entityRef],
      );
    }
    const rows = await query
      .select(
        'entities.*',
        'entity_context.domain_ref',
        'entity_context.tier',
        ...RESULT_COLUMNS.map(column => `evaluations.${column}`),
        this.#knex.raw(`${value} as sort_value`),
      )
      .orderByRaw(`${value} ${isAscending ? 'asc' : 'desc'}`)
      .orderBy('entities.entity_ref', refDirection)
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
