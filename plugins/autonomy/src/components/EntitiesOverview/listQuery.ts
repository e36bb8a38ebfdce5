import {
  ENTITY_SORT_FIELDS,
  type ListEntitiesRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What the reader chose. All of it is in the address, so that a view can be shared and kept. */
export type ListQuery = Omit<ListEntitiesRequest, 'limit'>;

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
  return {
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

/** Whether the query leaves anything out. */
export function isFiltered(query: ListQuery): boolean {
  const { orderBy, order, cursor, ...filters } = query;
  return writeListQuery(filters).size > 0;
}

function nonEmpty<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}
