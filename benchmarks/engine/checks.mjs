// Twenty checks over the four roles, each three times: as CEL, as a plain function, and as the
// conditions of a rule of json-rules-engine. All must agree before anything is timed.
const DAY = 86_400_000;

const within = (text, days, now) =>
  Math.abs(now - Date.parse(text)) < days * DAY;

/** The condition of a rule. Facts are flat for it, because its JSON paths are slower. */
const is = (fact, operator, value) => ({ fact, operator, value });
const isTrue = fact => is(fact, 'equal', true);
const isWithin = (fact, days) => is(fact, 'within', days * DAY);

export const checks = [
  {
    role: 'readiness',
    id: 'structured-logs',
    expression: 'observability.structuredLogs',
    closure: f => f.observability.structuredLogs,
    conditions: [isTrue('observability.structuredLogs')],
  },
  {
    role: 'readiness',
    id: 'tracing',
    expression: 'observability.tracing',
    closure: f => f.observability.tracing,
    conditions: [isTrue('observability.tracing')],
  },
  {
    role: 'readiness',
    id: 'dashboard',
    expression: 'observability.dashboard',
    closure: f => f.observability.dashboard,
    conditions: [isTrue('observability.dashboard')],
  },
  {
    role: 'readiness',
    id: 'lifecycle',
    expression: "catalog.lifecycle == 'production'",
    closure: f => f.catalog.lifecycle === 'production',
    conditions: [is('catalog.lifecycle', 'equal', 'production')],
  },
  {
    role: 'readiness',
    id: 'architecture-review',
    expression: "within(governance.architectureReviewedAt, 'P100D')",
    closure: (f, now) => within(f.governance.architectureReviewedAt, 100, now),
    conditions: [isWithin('governance.architectureReviewedAt', 100)],
  },
  {
    role: 'readiness',
    id: 'availability',
    expression: 'slo.availability90d >= 0.999',
    closure: f => f.slo.availability90d >= 0.999,
    conditions: [is('slo.availability90d', 'greaterThanInclusive', 0.999)],
  },
  {
    role: 'readiness',
    id: 'services-per-team',
    expression: 'team.services <= 3',
    closure: f => f.team.services <= 3,
    conditions: [is('team.services', 'lessThanInclusive', 3)],
  },
  {
    role: 'readiness',
    id: 'reviews',
    expression: 'incidents.reviewShare >= 0.8',
    closure: f => f.incidents.reviewShare >= 0.8,
    conditions: [is('incidents.reviewShare', 'greaterThanInclusive', 0.8)],
  },
  {
    role: 'guardrails',
    id: 'no-critical-vulnerabilities',
    guards: { areas: ['security', 'deployment'], mandatory: true },
    expression: 'security.criticalVulnerabilities == 0',
    closure: f => f.security.criticalVulnerabilities === 0,
    conditions: [is('security.criticalVulnerabilities', 'equal', 0)],
  },
  {
    role: 'guardrails',
    id: 'secrets-rotated',
    guards: { areas: ['security', 'infrastructure'] },
    expression: "within(security.secretsRotatedAt, 'P90D')",
    closure: (f, now) => within(f.security.secretsRotatedAt, 90, now),
    conditions: [isWithin('security.secretsRotatedAt', 90)],
  },
  {
    role: 'guardrails',
    id: 'changes-peer-reviewed',
    guards: { areas: ['deployment'] },
    expression: 'pipeline.branchProtection',
    closure: f => f.pipeline.branchProtection,
    conditions: [isTrue('pipeline.branchProtection')],
  },
  {
    role: 'guardrails',
    id: 'no-open-critical-incident',
    guards: { areas: ['deployment'], narrowTo: 2 },
    expression: 'incidents.openCritical == 0',
    closure: f => f.incidents.openCritical === 0,
    conditions: [is('incidents.openCritical', 'equal', 0)],
  },
  {
    role: 'guardrails',
    id: 'rollback-and-tests',
    guards: { areas: ['deployment', 'operations'] },
    expression: 'pipeline.rollbackTested && pipeline.testCoverage >= 0.7',
    closure: f => f.pipeline.rollbackTested && f.pipeline.testCoverage >= 0.7,
    conditions: [
      isTrue('pipeline.rollbackTested'),
      is('pipeline.testCoverage', 'greaterThanInclusive', 0.7),
    ],
  },
  {
    role: 'levels',
    id: 'on-call',
    level: 2,
    expression: 'oncall.rotation',
    closure: f => f.oncall.rotation,
    conditions: [isTrue('oncall.rotation')],
  },
  {
    role: 'levels',
    id: 'security-checks',
    level: 3,
    expression: 'security.checksInPipeline',
    closure: f => f.security.checksInPipeline,
    conditions: [isTrue('security.checksInPipeline')],
  },
  {
    role: 'levels',
    id: 'available-and-on-call',
    level: 3,
    expression: 'oncall.rotation && slo.availability90d >= 0.9995',
    closure: f => f.oncall.rotation && f.slo.availability90d >= 0.9995,
    conditions: [
      isTrue('oncall.rotation'),
      is('slo.availability90d', 'greaterThanInclusive', 0.9995),
    ],
  },
  {
    role: 'levels',
    id: 'change-failures',
    level: 4,
    expression: 'deployments.changeFailureRate <= 0.15',
    closure: f => f.deployments.changeFailureRate <= 0.15,
    conditions: [
      is('deployments.changeFailureRate', 'lessThanInclusive', 0.15),
    ],
  },
  {
    role: 'accountability',
    id: 'accountable-owner',
    required: true,
    expression: 'catalog.owner.exists',
    closure: f => f.catalog.owner.exists,
    conditions: [isTrue('catalog.owner.exists')],
  },
  {
    role: 'accountability',
    id: 'accountable-coverage',
    required: true,
    expression: 'incidents.sourceHeard',
    closure: f => f.incidents.sourceHeard,
    conditions: [isTrue('incidents.sourceHeard')],
  },
  {
    role: 'accountability',
    id: 'accountable-slo',
    expression: "within(slo.measuredAt, 'P7D')",
    closure: (f, now) => within(f.slo.measuredAt, 7, now),
    conditions: [isWithin('slo.measuredAt', 7)],
  },
];
