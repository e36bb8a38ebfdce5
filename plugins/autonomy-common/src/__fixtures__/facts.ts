import type { JsonObject } from '@backstage/types';
import { catalogFacts } from '../engine';
import type { CollectedFacts, EntitySnapshot } from '../model';
import type { Scenario } from './sketches';
import { DAY, daysAgo } from './time';

/** What the pipelines of a good service report at an instant. */
function goodFacts(at: number): Record<string, JsonObject> {
  const before = (days: number) => new Date(at - days * DAY).toISOString();
  return {
    observability: {
      structuredLogs: true,
      metrics: true,
      tracing: true,
      alertsReachOnCall: true,
      dashboard: true,
    },
    oncall: { rotation: true, incidentProcess: true },
    slo: { availability90d: 0.9995, measuredAt: before(1) },
    pipeline: {
      shared: true,
      standardChecks: true,
      infrastructureAsCode: true,
      selfService: true,
      gatewayPolicies: true,
      branchProtection: true,
      rollbackTestedAt: before(20),
      apiCompatibilityCheck: true,
      runtimeSupported: true,
    },
    security: {
      checksInPipeline: true,
      criticalVulnerabilities: 0,
      secretsRotatedAt: before(30),
      dataExportReviewers: 2,
      personalDataInventory: true,
      licenceViolations: 0,
    },
    governance: {
      architectureReviewedAt: before(40),
      trustAuditedAt: before(50),
    },
    survey: { capacity: true },
    operations: { backupRestoredAt: before(60) },
    finance: { budgetUsed: 0.9 },
    objective: { measuredAt: before(10) },
    decisions: { outcomeShare: 0.9 },
  };
}

function removePath(facts: Record<string, JsonObject>, path: string): void {
  const [collector, ...keys] = path.split('.');
  if (keys.length === 0) {
    delete facts[collector];
    return;
  }
  const last = keys.pop()!;
  const parent = keys.reduce<any>(
    (value, key) => value?.[key],
    facts[collector],
  );
  if (parent) delete parent[last];
}

/** What differs at an instant. */
function differing({ during, facts, without }: Scenario, at: number) {
  const { fromDaysAgo = Infinity, untilDaysAgo = -Infinity } = during ?? {};
  const applies = at >= daysAgo(fromDaysAgo) && at < daysAgo(untilDaysAgo);
  return applies ? { facts, without } : {};
}

/** What the collectors say at an instant; the catalog's part has always been so. */
function collectAt(
  scenario: Scenario,
  entity: EntitySnapshot,
  at: number,
  ttl: number,
): CollectedFacts[] {
  const pushed = goodFacts(at);
  const { facts = {}, without = [] } = differing(scenario, at);
  for (const [collector, values] of Object.entries(facts)) {
    pushed[collector] = { ...pushed[collector], ...values };
  }
  const known: Record<string, JsonObject> = {
    catalog: catalogFacts({
      entity,
      ownerExists: true,
      apis: { provided: 1, documented: 1, consumed: 0 },
      dependencies: { total: 1 },
      dependents: { total: 2, crossTeam: 1, crossTeamUndocumented: 0 },
      tools: { tracing: ['jaeger/service'] },
    }),
    team: { services: 2, members: 7, load: 2 / 7 },
    ...pushed,
  };
  for (const path of without) removePath(known, path);
  return Object.entries(known).map(([collector, values]) => ({
    collector,
    values,
    collectedAt: collector in pushed ? at : daysAgo(0.1),
    ttl,
  }));
}

/** The latest word of every collector. */
export function collect(
  scenario: Scenario,
  entity: EntitySnapshot,
): CollectedFacts[] {
  const { factsAgeDays = 0.1, factsTtlDays = 1 } = scenario;
  return collectAt(scenario, entity, daysAgo(factsAgeDays), factsTtlDays * DAY);
}

/** What the same collectors said every week of the year before, and when something changed. */
export function factHistory(
  scenario: Scenario,
  entity: EntitySnapshot,
): CollectedFacts[] {
  const { factsAgeDays = 0.1, during = {} } = scenario;
  const weekly = Array.from({ length: 53 }, (_, week) => 7 * (week + 1));
  return [...weekly.map(days => factsAgeDays + days), ...Object.values(during)]
    .flatMap(days => collectAt(scenario, entity, daysAgo(days), 8 * DAY))
    .filter(({ collector }) => collector !== 'catalog' && collector !== 'team');
}
