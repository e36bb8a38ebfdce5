import fc from 'fast-check';
import type { JsonObject } from '@backstage/types';
import {
  DAY,
  daysAgo,
  incident,
  NOW,
  scenarioInput,
  type IncidentSketch,
  type Scenario,
} from '../../../__fixtures__/scenario';
import { policyWith } from '../../../__fixtures__/defaults';
import { SEVERITIES, type CollectedFacts } from '../../../model';
import type { EvaluationInput } from '../../EvaluationInput';
import { arbitraryPrior } from './prior';

/** The defaults, with checks that give a score and pass below 1. */
export const POLICY = policyWith(`
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: scores, title: Scores }
spec:
  role: readiness
  checks:
    - { id: outcome-score, title: A, passAt: 0.8, expression: decisions.outcomeShare }
    - { id: spare-budget, title: B, passAt: 0.1, expression: 1.0 - finance.budgetUsed, attestable: true }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: score-guardrails, title: Scores }
spec:
  role: guardrails
  checks:
    - { id: outcomes-known, title: C, passAt: 0.8, areas: [budget], expression: decisions.outcomeShare }
`);
const { policy, compiled } = POLICY;

export const AREAS = policy.areas.map(({ id }) => id);
export const CHECK_IDS = compiled.flatMap(({ checks }) =>
  checks.map(({ definition }) => definition.id),
);

const severity = fc.constantFrom(...SEVERITIES);
/** Often the same few, so that what is said about one thing meets. */
function crowded(all: readonly string[], few: readonly string[]) {
  return fc.oneof(fc.constantFrom(...all), fc.constantFrom(...few));
}

const area = crowded(AREAS, ['deployment', 'tooling']);
const checkId = crowded(CHECK_IDS, [
  'outcome-score',
  'outcomes-known',
  'no-critical-vulnerabilities',
  'secrets-rotated',
]);
const right = fc.constantFrom(1 as const, 2, 3, 4, 5);
const days = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map(value => Number(value.toFixed(4)));
/** Ages at which the model turns something over, besides any other. */
const age = fc.oneof(
  days(0.01, 420),
  fc.constantFrom(1, 2, 7, 14, 28, 30, 90, 100, 180, 365),
);

export const incidentSketch: fc.Arbitrary<IncidentSketch> = fc.record(
  {
    id: fc.nat({ max: 1e6 }).map(n => `inc-${n}`),
    severity,
    startedDaysAgo: age,
    areas: fc.uniqueArray(area, { maxLength: 2 }),
    open: fc.boolean(),
    reopenedAfterDays: days(0, 40),
    reviewedAfterDays: days(0, 40),
    actionsClosed: fc.boolean(),
    class: fc.constantFrom('none', 'none', 'none', 'legal', 'bypass'),
    causedBy: fc.constantFrom('external', 'component:default/other'),
  },
  { requiredKeys: ['id', 'severity', 'startedDaysAgo', 'areas'] },
);

/** Values of facts that are less than good, or of the wrong type. */
const FLAWS: Record<string, JsonObject[]> = {
  slo: [{ availability90d: 0.99 }, { availability90d: 'high' }],
  security: [
    { criticalVulnerabilities: 2 },
    { criticalVulnerabilities: null },
    { checksInPipeline: false },
    { personalDataInventory: false },
    { licenceViolations: 1 },
  ],
  pipeline: [{ infrastructureAsCode: false }, { branchProtection: false }],
  observability: [{ tracing: false, dashboard: false }, { metrics: false }],
  oncall: [{ rotation: false }],
  finance: [{ budgetUsed: 1.2 }],
  decisions: [{ outcomeShare: 0.5 }, { outcomeShare: 0.82 }],
  governance: [{ trustAuditedAt: new Date(daysAgo(99)).toISOString() }],
  survey: [{ capacity: false }],
};
const flaw = fc.oneof(
  fc.constantFrom(
    ...Object.entries(FLAWS).flatMap(([collector, values]) =>
      values.map(value => ({ collector, value })),
    ),
  ),
  fc.constant({ collector: 'decisions', value: { outcomeShare: 0.82 } }),
);

/** Every fact of the scenarios, whole collectors among them. */
export const FACTS = scenarioInput({ annotations: {} }).facts.flatMap(
  ({ collector, values }) => [
    collector,
    ...Object.keys(values).map(key => `${collector}.${key}`),
  ],
);

/** One of the facts. */
export const factPath = crowded(FACTS, [
  'decisions.outcomeShare',
  'security.criticalVulnerabilities',
  'security.secretsRotatedAt',
]);

const scenario: fc.Arbitrary<Scenario> = fc.record(
  {
    tier: fc.constantFrom(1 as const, 2, 3, 4),
    tags: fc.subarray(['personal-data', 'stateful']),
    annotations: fc.constantFrom<Record<string, string>>(
      {},
      { 'jaeger/service': 'shop' },
    ),
    facts: fc
      .array(flaw, { maxLength: 3 })
      .map(flaws =>
        Object.fromEntries(
          flaws.map(({ collector, value }) => [collector, value]),
        ),
      ),
    without: fc.uniqueArray(fc.constantFrom(...FACTS), { maxLength: 2 }),
    factsAgeDays: fc.constantFrom(0.1, 0.1, 0.1, 1, 1.5, 2, 3),
    coveredDays: fc.constantFrom(0, 20, 200, 365, 400),
    incidents: fc.uniqueArray(incidentSketch, {
      maxLength: 4,
      selector: ({ id }) => id,
    }),
    deployments: fc.nat({ max: 6 }),
    exemptions: fc.array(
      fc.record({
        checkId,
        fromDaysAgo: days(0, 100),
        expiresDaysAgo: days(-60, 30),
      }),
      { maxLength: 2 },
    ),
    attestations: fc.array(
      fc.record({
        checkId,
        answer: fc.constantFrom('yes' as const, 'no' as const),
        expiresDaysAgo: days(-60, 9),
      }),
      { maxLength: 2 },
    ),
    grants: fc.array(
      fc.record(
        {
          area,
          right,
          fromDaysAgo: days(0, 80),
          expiresDaysAgo: days(-60, 20),
          trialFailsFrom: severity,
        },
        {
          requiredKeys: ['area', 'right', 'fromDaysAgo', 'expiresDaysAgo'],
        },
      ),
      { maxLength: 2 },
    ),
    plans: fc.array(
      fc.record(
        {
          areas: fc.uniqueArray(area, { minLength: 1, maxLength: 2 }),
          cap: right,
          criteria: fc.subarray(CHECK_IDS.slice(0, 4)),
          startsDaysAgo: days(-10, 200),
          endsDaysAgo: days(-60, 150),
          completedDaysAgo: days(0, 150),
          unsigned: fc.boolean(),
        },
        { requiredKeys: ['areas', 'startsDaysAgo', 'endsDaysAgo'] },
      ),
      { maxLength: 1 },
    ),
    audits: fc.array(
      fc.record(
        {
          heldDaysAgo: days(0, 150),
          team: fc.dictionary(area, right, { maxKeys: 3 }),
          agreed: fc.dictionary(area, right, { maxKeys: 3 }),
        },
        { requiredKeys: ['heldDaysAgo', 'team'] },
      ),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: [] },
);

/** Some collectors are older than the others. */
function aged(
  facts: readonly CollectedFacts[],
  ages: readonly (readonly [number, number])[],
): CollectedFacts[] {
  const result = [...facts];
  for (const [index, daysOld] of ages) {
    const i = index % Math.max(1, result.length);
    if (result[i]) result[i] = { ...result[i], collectedAt: daysAgo(daysOld) };
  }
  return result;
}

/** An entity with its record, in every state that the model knows. */
export const world: fc.Arbitrary<EvaluationInput> = fc
  .record(
    {
      scenario,
      ages: fc.array(fc.tuple(fc.nat({ max: 20 }), age), { maxLength: 2 }),
      silentDays: fc.constantFrom(0, 3, 7, 20),
      prior: arbitraryPrior,
    },
    { requiredKeys: ['scenario', 'ages'] },
  )
  .map(({ scenario: sketch, ages, silentDays = 0, prior }) => {
    const input = scenarioInput(sketch);
    return {
      ...input,
      facts: aged(input.facts, ages),
      coverage: input.coverage.map(row => ({
        ...row,
        lastHeardAt: NOW - silentDays * DAY,
      })),
      prior,
    };
  });

/** The same record with one incident more. */
export function withIncident(
  input: EvaluationInput,
  sketch: IncidentSketch,
): EvaluationInput {
  const more = incident({ ...sketch, id: 'more' });
  return { ...input, incidents: [...input.incidents, more] };
}
