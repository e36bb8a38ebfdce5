import fc from 'fast-check';
import { policyWith } from '../../__fixtures__/defaults';
import { DAY, daysAgo, NOW, scenarioInput } from '../../__fixtures__/scenario';
import type { CompiledPolicy, EvaluationInput } from '../../engine';
import type { AutonomyLevel, NotPassingClock } from '../../model';

const ROLES = ['readiness', 'guardrails', 'levels', 'accountability'];

function document(kind: string, metadata: object, spec?: object): string {
  const apiVersion = 'aligned-autonomy/v1';
  return JSON.stringify({ apiVersion, kind, metadata, spec });
}

/** No level is ever taken anew, and no trust asked for: what is left moves by graces and announcements alone. */
const WITHOUT_PROMOTION = document(
  'Policy',
  { name: 'frozen' },
  {
    levels: [2, 3, 4].map(level => ({
      level,
      minReadiness: [20, 50, 80][level - 2],
      minAccountability: [0, 0.2, 0.6][level - 2],
      sustainedFor: 'P36525D',
      ...(level === 4 && {
        minTrust: { value: 0, consequences: ['critical'] },
      }),
    })),
  },
);

const effectiveFrom = fc
  .option(fc.integer({ min: -20, max: 60 }), { nil: undefined })
  .map(days =>
    days === undefined ? undefined : new Date(NOW + days * DAY).toISOString(),
  );

const guardrail = fc.record(
  {
    areas: fc.subarray(['tooling', 'deployment', 'security', 'budget'], {
      minLength: 1,
    }),
    effect: fc.constantFrom('inform', 'narrow', 'stop'),
    mandatory: fc.boolean(),
    consequence: fc.constantFrom('low', 'medium', 'high', 'critical'),
    grace: fc.integer({ min: 0, max: 40 }).map(days => `P${days}D`),
    effectiveFrom,
  },
  { requiredKeys: ['areas'] },
);

const levelCheck = fc.record(
  {
    level: fc.constantFrom(2, 3, 4),
    promotionOnly: fc.boolean(),
    effectiveFrom,
  },
  { requiredKeys: ['level'] },
);

function scorecard(role: string, checks: readonly object[]): string {
  return document(
    'Scorecard',
    { name: `own-${role}`, title: role },
    {
      role,
      checks: checks.map((check, i) => ({
        id: `${role}-${i}`,
        title: role,
        expression: `known.${role}${i}`,
        ...check,
      })),
    },
  );
}

/** Guardrails and criteria with all kinds of graces and announcements, over facts that somebody pushed. */
const policyTexts: fc.Arbitrary<string[]> = fc
  .record({
    guardrails: fc.array(guardrail, { minLength: 1, maxLength: 4 }),
    levels: fc.array(levelCheck, { minLength: 1, maxLength: 3 }),
    required: fc.boolean(),
    demotionGrace: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ guardrails, levels, required, demotionGrace }) => [
    WITHOUT_PROMOTION,
    document(
      'Policy',
      { name: 'demotion' },
      { ladder: { demotionGrace: `P${demotionGrace}D` } },
    ),
    ...ROLES.map(name =>
      document('Scorecard', { name, disabled: true as const }),
    ),
    scorecard('readiness', [{}, { weight: 2 }, {}]),
    scorecard('accountability', [{ required }, {}]),
    scorecard('guardrails', guardrails),
    scorecard('levels', levels),
  ]);

/** Policies whose every move is one of a grace or an announcement. */
export function frozenPolicies(count: number, seed: number): CompiledPolicy[] {
  return fc
    .sample(policyTexts, { numRuns: count, seed })
    .map(texts => policyWith(...texts));
}

const clock: fc.Arbitrary<NotPassingClock> = fc
  .record({
    since: fc.integer({ min: 1, max: 60 }),
    recovering: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ since, recovering }) => ({
    notPassingSince: daysAgo(since),
    recoveringSince:
      recovering === null ? undefined : daysAgo(since * recovering),
  }));

const known = fc.dictionary(
  fc.constantFrom(
    ...ROLES.flatMap(role => [0, 1, 2, 3].map(i => `${role}${i}`)),
  ),
  fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
  { minKeys: 6, maxKeys: 16 },
);

/** An entity on any level whose facts stay as they are and of which nothing is recorded. */
export const frozenEntity: fc.Arbitrary<EvaluationInput> = fc
  .record({
    known,
    tier: fc.constantFrom(1 as const, 3 as const),
    level: fc.constantFrom<AutonomyLevel>(1, 2, 3, 4),
    atRisk: fc.option(clock, { nil: undefined }),
    clocks: fc.dictionary(
      fc.constantFrom('guardrails-0', 'guardrails-1', 'guardrails-2'),
      clock,
    ),
  })
  .map(({ known: values, tier, level, atRisk, clocks }) => {
    const { entity } = scenarioInput({ tier });
    return {
      entity,
      facts: [
        {
          collector: 'known',
          values,
          collectedAt: daysAgo(1),
          ttl: 10_000 * DAY,
        },
      ],
      incidents: [],
      deployments: [],
      coverage: [],
      prior: {
        policyVersion: 'set by the test',
        evaluatedAt: NOW,
        level,
        takenAt: Object.fromEntries(
          Array.from({ length: level }, (_, i) => [i + 1, daysAgo(200 - i)]),
        ),
        heldSince: {},
        atRisk,
        guardrails: clocks,
        proposals: [],
        plans: {},
        outcome: { guardrailStatus: 'none', guardrails: {}, rights: {} },
      },
    };
  });
