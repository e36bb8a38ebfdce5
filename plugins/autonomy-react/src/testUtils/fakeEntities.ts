import type {
  AutonomyEntitySummary,
  EntitiesFilter,
  EntitiesSelection,
  EntitySortField,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const LIST_FILTERS = {
  kind: 'kind',
  type: 'type',
  owner: 'ownerRef',
  system: 'systemRef',
  domain: 'domainRef',
  tier: 'tier',
  level: 'level',
  guardrailStatus: 'guardrailStatus',
} as const satisfies Record<string, keyof AutonomyEntitySummary>;

/** Rows that match, in the order that is asked for. */
export function selectEntities(
  summaries: AutonomyEntitySummary[],
  request: EntitiesSelection,
): AutonomyEntitySummary[] {
  const { orderBy = 'name', order = 'asc' } = request;
  return summaries
    .filter(item => matches(item, request))
    .sort((a, b) => compare(a, b, orderBy) * (order === 'asc' ? 1 : -1));
}

function matches(item: AutonomyEntitySummary, request: EntitiesFilter) {
  const { text = '', minReadiness, maxReadiness } = request;
  const readiness = item.readiness ?? -1;
  return (
    Object.entries(LIST_FILTERS).every(([filter, field]) => {
      const wanted = request[filter as keyof typeof LIST_FILTERS];
      return !wanted?.length || (wanted as unknown[]).includes(item[field]);
    }) &&
    matchesMore(item, request) &&
    `${item.name} ${item.title}`.toLowerCase().includes(text.toLowerCase()) &&
    (minReadiness === undefined || readiness >= minReadiness) &&
    (maxReadiness === undefined || readiness <= maxReadiness)
  );
}

/** Items of readiness are not in a row, so nothing is filtered by them. */
function matchesMore(item: AutonomyEntitySummary, request: EntitiesFilter) {
  const { atRisk, guardrail, mismatch, proposed, stale } = request;
  const states = request.guardrailState ?? ['at-risk', 'breached', 'unknown'];
  const is = (wanted: boolean | undefined, found: boolean) =>
    wanted === undefined || wanted === found;
  return (
    is(atRisk, item.atRiskSince !== undefined) &&
    is(proposed, item.proposedLevel !== undefined) &&
    is(stale, item.isStale) &&
    (!mismatch || mismatch.some(kind => item[kind] !== undefined)) &&
    (!guardrail ||
      item.guardrails.some(
        ({ id, status }) => id === guardrail && states.includes(status),
      ))
  );
}

function compare(
  a: AutonomyEntitySummary,
  b: AutonomyEntitySummary,
  orderBy: EntitySortField,
) {
  const field = { owner: 'ownerRef', domain: 'domainRef' }[orderBy as string];
  const of = (item: AutonomyEntitySummary) =>
    item[(field ?? orderBy) as keyof AutonomyEntitySummary] ?? '';
  return of(a) < of(b) ? -1 : Number(of(a) > of(b));
}
