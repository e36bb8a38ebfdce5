import {
  ENTITY_SORT_FIELDS,
  type EntitiesFilter,
  type ListEntitiesRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** Whose entities are shown: those that the reader owns, or all. */
export const VIEWS = ['mine', 'all'] as const;

/** What the server is asked for. */
export type ListRequest = Omit<ListEntitiesRequest, 'limit'>;

/** What the reader chose. All of it is in the address, so that a view can be shared and kept. */
export type ListQuery = ListRequest & { view?: (typeof VIEWS)[number] };

export const LEVELS = [1, 2, 3, 4] as const;
export const TIERS = [1, 2, 3, 4] as const;
export const GUARDRAIL_STATUSES = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
  'ok',
  'none',
] as const;

export const GUARDRAIL_STATES = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
  'ok',
] as const;
export const CHECK_STATES = [
  'fail',
  'unknown',
  'exempt',
  'pass',
  'announced',
  'not-applicable',
] as const;
export const MISMATCHES = ['surplus', 'deficit'] as const;

/** Reads the address; what it does not know is left out rather than sent on. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const text = (name: string) => params.get(name) || undefined;
  const list = (name: string) => nonEmpty(params.getAll(name));
  const oneOf = <T extends string | number>(
    name: string,
    known: readonly T[],
  ) =>
    nonEmpty(known.filter(item => params.getAll(name).includes(String(item))));
  const score = (name: string) => {
    const value = Number(text(name) ?? NaN);
    return value >= 0 && value <= 100 ? value : undefined;
  };
  const flag = (name: string) => {
    const value = text(name);
    return value === 'true' || value === 'false' ? value === 'true' : undefined;
  };
  const readinessItem = text('readinessItem');
  const guardrail = text('guardrail');
  return {
    view: oneOf('view', VIEWS)?.[0],
    text: text('text'),
    kind: list('kind'),
    type: list('type'),
    system: list('system'),
    owner: list('owner'),
    domain: list('domain'),
    level: oneOf('level', LEVELS),
    tier: oneOf('tier', TIERS),
    guardrailStatus: oneOf('guardrailStatus', GUARDRAIL_STATUSES),
    minReadiness: score('minReadiness'),
    maxReadiness: score('maxReadiness'),
    mismatch: oneOf('mismatch', MISMATCHES),
    stale: flag('stale'),
    atRisk: flag('atRisk'),
    proposed: flag('proposed'),
    readinessItem,
    // The server refuses a state of nothing.
    readinessState: readinessItem
      ? oneOf('readinessState', CHECK_STATES)
      : undefined,
    guardrail,
    guardrailState: guardrail
      ? oneOf('guardrailState', GUARDRAIL_STATES)
      : undefined,
    orderBy: oneOf('orderBy', ENTITY_SORT_FIELDS)?.[0],
    order: oneOf('order', ['asc', 'desc'] as const)?.[0],
    cursor: text('cursor'),
  };
}

/** The address of a query. */
export function writeListQuery(query: ListQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter(item => item !== undefined && item !== '')
        .map(item => [name, String(item)]),
    ),
  );
}

/** Where a link leads that changes some of a query; another query starts at its first page. */
export function addressOf(
  query: ListQuery,
  change: Partial<ListQuery>,
): string {
  return `?${writeListQuery({ ...query, cursor: undefined, ...change })}`;
}

/** What of a query is the server's. */
export function requestOf({ view, ...request }: ListQuery): ListRequest {
  return request;
}

/** The filters of a query alone. */
export function filterOf(query: ListQuery): EntitiesFilter {
  const { orderBy, order, cursor, ...filter } = requestOf(query);
  return filter;
}

/** A change that takes every filter of a query away. */
export function withoutFilters(query: ListQuery): Partial<ListQuery> {
  return Object.fromEntries(
    Object.keys(filterOf(query)).map(name => [name, undefined]),
  );
}

/** Whether the query leaves anything out. */
export function isFiltered(query: ListQuery): boolean {
  return writeListQuery(filterOf(query)).size > 0;
}

function nonEmpty<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}
