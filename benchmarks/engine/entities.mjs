// Entities that differ in their facts and records, so that nothing is tuned to one of them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { common } from './bundle.mjs';
import { checks } from './checks.mjs';

const DAY = 86_400_000;
const MONTH = 30 * DAY;
export const NOW = Date.UTC(2026, 5, 1, 12);

const ago = days => new Date(NOW - days * DAY).toISOString();

/** The facts of one entity by collector, as its checks read them. Every seventh answer differs. */
export function factsOf(n) {
  const holds = i => (n + i) % 7 !== 0;
  return {
    observability: {
      structuredLogs: holds(0),
      tracing: holds(1),
      dashboard: holds(2),
    },
    slo: {
      availability90d: holds(3) ? 0.9997 : 0.9991,
      measuredAt: ago(holds(4) ? 1 : 9),
    },
    security: {
      criticalVulnerabilities: holds(5) ? 0 : 2,
      secretsRotatedAt: ago(holds(6) ? 30 : 95),
      checksInPipeline: holds(2),
    },
    pipeline: {
      branchProtection: holds(3),
      rollbackTested: holds(4),
      testCoverage: holds(6) ? 0.82 : 0.61,
    },
    governance: { architectureReviewedAt: ago(holds(0) ? 40 : 120) },
    oncall: { rotation: holds(1) },
    catalog: { lifecycle: 'production', owner: { exists: true } },
    team: { services: holds(5) ? 2 : 4 },
  };
}

/** With the facts that the engine would derive from records, for the checks on their own. */
export function allFactsOf(n) {
  return {
    ...factsOf(n),
    incidents: {
      reviewShare: n % 3 === 0 ? 0.75 : 1,
      openCritical: n % 5 === 0 ? 1 : 0,
      sourceHeard: true,
    },
    deployments: { changeFailureRate: n % 4 === 0 ? 0.2 : 0.05 },
  };
}

function incident(ref, n, i) {
  const startedAt = NOW - (20 + 50 * i + (n % 17)) * DAY;
  return {
    id: `incident-${i}`,
    source: 'tickets',
    entityRef: ref,
    title: `Incident ${i}`,
    severity: ['medium', 'low', 'high'][i],
    areas: [['operations'], ['deployment'], ['deployment', 'security']][i],
    startedAt,
    resolvedAt: startedAt + DAY / 8,
    recordedAt: startedAt + 60_000,
    class: 'none',
    review: {
      completedAt: startedAt + 6 * DAY,
      actions: [{ title: 'Mend it', closedAt: startedAt + 9 * DAY }],
    },
  };
}

/** One entity with three incidents and twenty deployments, watched for a year. */
export function inputOf(n) {
  const entityRef = `component:default/service-${n}`;
  return {
    entity: {
      entityRef,
      kind: 'Component',
      namespace: 'default',
      name: `service-${n}`,
      type: 'service',
      lifecycle: 'production',
      ownerRef: 'group:default/team',
      domainRef: 'domain:default/commerce',
      firstSeenAt: NOW - 400 * DAY,
      tier: { effective: 3, computed: 3, dependents: 4, dependentDomains: 1 },
      metadata: { name: `service-${n}`, annotations: {} },
      spec: { type: 'service' },
    },
    facts: Object.entries(factsOf(n)).map(([collector, values]) => ({
      collector,
      values,
      collectedAt: NOW - DAY / 10,
      since: NOW - MONTH,
      ttl: DAY,
    })),
    incidents: [0, 1, 2].map(i => incident(entityRef, n, i)),
    deployments: Array.from({ length: 20 }, (_, i) => ({
      id: `deployment-${i}`,
      source: 'pipeline',
      entityRef,
      status: (n + i) % 9 === 0 ? 'rolled-back' : 'succeeded',
      area: 'deployment',
      finishedAt: NOW - (1 + 4 * i) * DAY,
      recordedAt: NOW - (1 + 4 * i) * DAY,
    })),
    coverage: [
      {
        source: 'tickets',
        entityRef,
        from: NOW - 365 * DAY,
        lastHeardAt: NOW,
      },
    ],
  };
}

/** The shipped policy with these twenty checks in place of the shipped ones. */
export function documents(parsePolicyFile) {
  const roles = [...new Set(checks.map(({ role }) => role))];
  const scorecards = roles.map(role => ({
    apiVersion: 'aligned-autonomy/v1',
    kind: 'Scorecard',
    metadata: { name: role, title: role },
    spec: {
      role,
      filter: { 'spec.type': { $in: ['service', 'website'] } },
      checks: checks
        .filter(check => check.role === role)
        .map(({ id, expression, level, required, guards }) => ({
          id,
          title: id,
          expression,
          level,
          required,
          ...guards,
        })),
    },
  }));
  const files = {
    'policy.yaml': readFileSync(
      path.join(common, 'defaults/policy.yaml'),
      'utf8',
    ),
    'checks.yaml': scorecards
      .map(scorecard => JSON.stringify(scorecard))
      .join('\n---\n'),
  };
  return Object.entries(files).flatMap(([file, text]) => {
    const { documents: parsed, issues } = parsePolicyFile(text, file);
    if (issues.length > 0) throw new Error(JSON.stringify(issues));
    return parsed;
  });
}
