import type { JsonObject } from '@backstage/types';
import { catalogFacts, type EvaluationInput } from '../engine';
import type {
  CollectedFacts,
  Consequence,
  Coverage,
  Deployment,
  EntitySnapshot,
  Incident,
  IncidentClass,
  Severity,
  Tier,
} from '../model';

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 5, 1, 12);
const REF = 'component:default/shop';

export function daysAgo(days: number): number {
  return NOW - days * DAY;
}

function dateAgo(days: number): string {
  return new Date(daysAgo(days)).toISOString();
}

/** An incident of a scenario; days count back from now. */
export interface IncidentSketch {
  id?: string;
  severity: Severity;
  startedDaysAgo: number;
  areas?: string[];
  open?: boolean;
  /** Days after the start. */
  reviewedAfterDays?: number;
  actionsClosed?: boolean;
  class?: IncidentClass;
  causedBy?: string;
  consequences?: Record<string, Consequence>;
}

/** How a scenario differs from a service that does everything well. */
export interface Scenario {
  tier?: Tier;
  tags?: string[];
  type?: string;
  annotations?: Record<string, string>;
  /** Facts by collector, merged over the good ones. */
  facts?: Record<string, JsonObject>;
  /** Facts taken away: `slo.availability90d`, or a whole collector. */
  without?: string[];
  /** Age in days of all pushed facts; their ttl is one day. */
  factsAgeDays?: number;
  /** Days of coverage up to now; 0 means never covered. */
  coveredDays?: number;
  incidents?: IncidentSketch[];
  /** Successful deployments, spread over the last 90 days. */
  deployments?: number;
}

const GOOD_FACTS: Record<string, JsonObject> = {
  observability: {
    structuredLogs: true,
    metrics: true,
    tracing: true,
    alertsReachOnCall: true,
    dashboard: true,
  },
  oncall: { rotation: true, incidentProcess: true },
  slo: { availability90d: 0.9995, measuredAt: dateAgo(1) },
  pipeline: {
    shared: true,
    standardChecks: true,
    infrastructureAsCode: true,
    selfService: true,
    gatewayPolicies: true,
    branchProtection: true,
    rollbackTestedAt: dateAgo(20),
    apiCompatibilityCheck: true,
    runtimeSupported: true,
  },
  security: {
    checksInPipeline: true,
    criticalVulnerabilities: 0,
    secretsRotatedAt: dateAgo(30),
    dataExportReviewers: 2,
    personalDataInventory: true,
    licenceViolations: 0,
  },
  governance: {
    architectureReviewedAt: dateAgo(40),
    trustAuditedAt: dateAgo(50),
  },
  survey: { capacity: true },
  operations: { backupRestoredAt: dateAgo(60) },
  finance: { budgetUsed: 0.9 },
  objective: { measuredAt: dateAgo(10) },
  decisions: { outcomeShare: 0.9 },
};

function snapshot({ tier = 3, tags = [], type, annotations }: Scenario) {
  const entity: EntitySnapshot = {
    entityRef: REF,
    kind: 'Component',
    namespace: 'default',
    name: 'shop',
    description: 'Sells things.',
    type: type ?? 'service',
    lifecycle: 'production',
    ownerRef: 'group:default/shop-team',
    systemRef: 'system:default/retail',
    domainRef: 'domain:default/commerce',
    boardRef: 'group:default/commerce-board',
    firstSeenAt: daysAgo(400),
    tier: {
      computed: tier,
      effective: tier,
      dependents: 4,
      dependentDomains: 1,
    },
    metadata: { name: 'shop', tags, annotations: annotations ?? {} },
    spec: { type: type ?? 'service', dependsOn: [] },
  };
  return entity;
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

function collect(scenario: Scenario, entity: EntitySnapshot): CollectedFacts[] {
  const pushed: typeof GOOD_FACTS = JSON.parse(JSON.stringify(GOOD_FACTS));
  for (const [collector, values] of Object.entries(scenario.facts ?? {})) {
    pushed[collector] = { ...pushed[collector], ...values };
  }
  const known: Record<string, JsonObject> = {
    catalog: catalogFacts({
      entity,
      ownerExists: true,
      apis: { provided: 1, documented: 1, consumed: 0 },
      dependents: { total: 2, crossTeam: 1, crossTeamUndocumented: 0 },
      tools: { tracing: ['jaeger/service'] },
    }),
    team: { services: 2, members: 7 },
    ...pushed,
  };
  for (const path of scenario.without ?? []) removePath(known, path);
  return Object.entries(known).map(([collector, values]) => ({
    collector,
    values,
    collectedAt: daysAgo(
      collector in pushed ? scenario.factsAgeDays ?? 0.1 : 0.1,
    ),
    ttl: DAY,
  }));
}

export function incident(sketch: IncidentSketch, index = 0): Incident {
  const startedAt = daysAgo(sketch.startedDaysAgo);
  const { reviewedAfterDays, actionsClosed } = sketch;
  return {
    id: sketch.id ?? `inc-${index + 1}`,
    source: 'sample',
    entityRef: REF,
    title: `Incident ${index + 1}`,
    severity: sketch.severity,
    areas: sketch.areas ?? ['operations'],
    startedAt,
    recordedAt: startedAt + 60_000,
    class: sketch.class ?? 'none',
    ...(sketch.open ? {} : { resolvedAt: startedAt + DAY / 24 }),
    ...(sketch.causedBy && { causedBy: sketch.causedBy }),
    ...(sketch.consequences && { consequences: sketch.consequences }),
    ...(reviewedAfterDays !== undefined && {
      review: {
        completedAt: startedAt + reviewedAfterDays * DAY,
        actions: actionsClosed
          ? [
              {
                title: 'Mend it',
                closedAt: startedAt + reviewedAfterDays * DAY,
              },
            ]
          : [],
      },
    }),
  };
}

function deploymentsOf({ deployments = 10 }: Scenario): Deployment[] {
  return Array.from({ length: deployments }, (_, i) => ({
    id: `dep-${i + 1}`,
    source: 'sample',
    entityRef: REF,
    status: 'succeeded',
    area: 'deployment',
    finishedAt: daysAgo((i % 89) + 0.5),
    reviewedAt: daysAgo((i % 89) + 0.4),
    recordedAt: daysAgo((i % 89) + 0.5),
  }));
}

function coverageOf({ coveredDays = 365 }: Scenario): Coverage[] {
  return coveredDays > 0
    ? [
        {
          source: 'sample',
          entityRef: REF,
          from: daysAgo(coveredDays),
          lastHeardAt: NOW,
        },
      ]
    : [];
}

/** A service that does everything well, except for what the scenario says. */
export function scenarioInput(scenario: Scenario = {}): EvaluationInput {
  const entity = snapshot(scenario);
  return {
    entity,
    facts: collect(scenario, entity),
    incidents: (scenario.incidents ?? []).map(incident),
    deployments: deploymentsOf(scenario),
    coverage: coverageOf(scenario),
  };
}
