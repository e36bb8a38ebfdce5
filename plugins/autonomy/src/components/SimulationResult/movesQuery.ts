import {
  SIMULATED_MOVE_KINDS,
  type MovesFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const WHEN = ['at-once', 'settled'] as const;

/** Which of the two points in time is looked at. */
export type When = (typeof WHEN)[number];

/** Reads the address; what it does not know is left out rather than sent on. */
export function readMovesQuery(params: URLSearchParams): MovesFilter {
  const list = (name: string) => {
    const values = params.getAll(name);
    return values.length > 0 ? values : undefined;
  };
  const what = SIMULATED_MOVE_KINDS.filter(kind =>
    params.getAll('what').includes(kind),
  );
  return {
    when: WHEN.find(when => params.get('when') === when),
    what: what.length > 0 ? what : undefined,
    domain: list('domain'),
    owner: list('owner'),
    text: params.get('text') || undefined,
  };
}

/** The address of a query. */
export function writeMovesQuery(query: MovesFilter): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter(item => item !== undefined && item !== '')
        .map(item => [name, String(item)]),
    ),
  );
}

/** Whether the query leaves anything out, besides the other point in time. */
export function isNarrowed({ when, ...filter }: MovesFilter): boolean {
  return writeMovesQuery(filter).size > 0;
}
