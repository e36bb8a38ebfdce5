import type {
  AutonomyEntitySummary,
  SummaryFigures,
  SummaryGroup,
  SummaryGrouping,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const GROUP_KEYS = {
  domain: 'domainRef',
  system: 'systemRef',
  owner: 'ownerRef',
  tier: 'tier',
  level: 'level',
} as const satisfies Record<SummaryGrouping, keyof AutonomyEntitySummary>;

/** What the backend counts of some entities. */
export function figuresOf(entities: AutonomyEntitySummary[]): SummaryFigures {
  const count = (is: (entity: AutonomyEntitySummary) => boolean) =>
    entities.filter(is).length;
  const status = (value: string) =>
    count(({ guardrailStatus }) => guardrailStatus === value);
  const band = (value: string | undefined) =>
    count(({ readinessBand }) => readinessBand === value);
  const level = (value: number) => count(entity => entity.level === value);
  const guardrails = entities.flatMap(entity => entity.guardrails);
  const exempt = guardrails.filter(each => each.status === 'exempt');
  return {
    entities: entities.length,
    levels: { 1: level(1), 2: level(2), 3: level(3), 4: level(4) },
    guardrails: {
      none: status('none'),
      ok: status('ok'),
      exempt: status('exempt'),
      'at-risk': status('at-risk'),
      breached: status('breached'),
      unknown: status('unknown'),
    },
    bands: {
      ready: band('ready'),
      'minor-gaps': band('minor-gaps'),
      focus: band('focus'),
      'not-ready': band('not-ready'),
      none: band(undefined),
    },
    readiness: average(entities.flatMap(({ readiness }) => readiness ?? [])),
    accountability: average(entities.map(entity => entity.accountability)),
    surplus: count(({ surplus }) => surplus !== undefined),
    deficit: count(({ deficit }) => deficit !== undefined),
    stale: count(({ isStale }) => isStale),
    guardrailPairs: guardrails.length,
    exemptPairs: exempt.length,
    exemptionDebt:
      guardrails.length > 0 ? exempt.length / guardrails.length : undefined,
  };
}

/** Entities by what groups them, the largest group first. */
export function groupsOf(
  entities: AutonomyEntitySummary[],
  groupBy: SummaryGrouping,
): SummaryGroup[] {
  const groups = new Map<unknown, AutonomyEntitySummary[]>();
  for (const entity of entities) {
    const key = entity[GROUP_KEYS[groupBy]];
    groups.set(key, [...(groups.get(key) ?? []), entity]);
  }
  const isNumber = groupBy === 'tier' || groupBy === 'level';
  return [...groups]
    .map(
      ([key, members]): SummaryGroup => ({
        ...figuresOf(members),
        [isNumber ? 'value' : 'ref']: key,
      }),
    )
    .sort((a, b) => b.entities - a.entities || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ ref, value }: SummaryGroup): string {
  return ref ?? String(value ?? '');
}

function average(values: number[]): number | undefined {
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : undefined;
}
