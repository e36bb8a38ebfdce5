import type {
  EvaluationEvent,
  EventCause,
  ListActivityRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What the reader chose; all of it is in the address. */
export type ActivityQuery = Pick<
  ListActivityRequest,
  'kind' | 'cause' | 'domain' | 'owner'
>;

export const KINDS: EvaluationEvent['kind'][] = [
  'level-promoted',
  'level-demoted',
  'level-at-risk',
  'level-recovered',
  'proposal-opened',
  'proposal-lapsed',
  'proposal-rejected',
  'guardrail-changed',
  'readiness-changed',
  'right-changed',
  'plan-ended',
];
/** What is shown unless asked otherwise: a right follows from the rest, and one change moves many of them. */
export const USUAL_KINDS = KINDS.filter(kind => kind !== 'right-changed');
export const CAUSES: EventCause[] = ['policy', 'evidence', 'decision', 'time'];

/** Reads the address; what it does not know is left out rather than sent on. */
export function readActivityQuery(params: URLSearchParams): ActivityQuery {
  const known = <T extends string>(name: string, all: readonly T[]) =>
    nonEmpty(all.filter(each => params.getAll(name).includes(each)));
  return {
    kind: known('kind', KINDS),
    cause: known('cause', CAUSES),
    domain: nonEmpty(params.getAll('domain')),
    owner: nonEmpty(params.getAll('owner')),
  };
}

/** The address of a query. */
export function writeActivityQuery(query: ActivityQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) =>
      (values ?? []).map(value => [name, value]),
    ),
  );
}

function nonEmpty<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}
