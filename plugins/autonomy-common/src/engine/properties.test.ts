import fc from 'fast-check';
import { defaultPolicy } from '../__fixtures__/defaults';
import {
  daysAgo,
  incident,
  NOW,
  scenarioInput,
  type IncidentSketch,
} from '../__fixtures__/scenario';
import { SEVERITIES, type Evaluation } from '../model';
import type { EvaluationInput } from './EvaluationInput';
import { evaluate } from './evaluate';
import { step } from './math';

const policy = defaultPolicy();
const AREAS = policy.policy.areas.map(({ id }) => id);
const RUNS = { numRuns: 300 };

const sketch: fc.Arbitrary<IncidentSketch> = fc.record(
  {
    id: fc.uuid(),
    severity: fc.constantFrom(...SEVERITIES),
    startedDaysAgo: fc.double({ min: 0.01, max: 500, noNaN: true }),
    areas: fc.uniqueArray(fc.constantFrom(...AREAS), { maxLength: 3 }),
    open: fc.boolean(),
    reviewedAfterDays: fc.double({ min: 0, max: 40, noNaN: true }),
    actionsClosed: fc.boolean(),
    class: fc.constantFrom('none' as const, 'none' as const, 'bypass' as const),
  },
  { requiredKeys: ['id', 'severity', 'startedDaysAgo', 'areas'] },
);

const FACTS = scenarioInput().facts.flatMap(({ collector, values }) => [
  collector,
  ...Object.keys(values).map(key => `${collector}.${key}`),
]);

const scenario = fc.record(
  {
    tier: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    tags: fc.subarray(['personal-data', 'stateful']),
    without: fc.uniqueArray(fc.constantFrom(...FACTS), { maxLength: 6 }),
    annotations: fc.constantFrom<Record<string, string>>(
      {},
      { 'jaeger/service': 'shop' },
    ),
    factsAgeDays: fc.constantFrom(0.1, 1.5, 3),
    coveredDays: fc.constantFrom(0, 20, 200, 365, 400),
    incidents: fc.uniqueArray(sketch, { maxLength: 6, selector: s => s.id }),
    deployments: fc.nat({ max: 20 }),
  },
  { requiredKeys: [] },
);

function run(input: EvaluationInput): Evaluation {
  return evaluate(input, policy, NOW);
}

function trustOf(evaluation: Evaluation): Map<string, number> {
  return new Map(evaluation.trust.map(({ area, value }) => [area, value]));
}

function shuffled(input: EvaluationInput): EvaluationInput {
  return {
    ...input,
    facts: [...input.facts].reverse(),
    incidents: [...input.incidents].reverse(),
    deployments: [...input.deployments].reverse(),
    coverage: [...input.coverage].reverse(),
  };
}

describe('laws of the model (section 16)', () => {
  it('1: one more incident never raises a trust', () => {
    fc.assert(
      fc.property(scenario, sketch, (base, more) => {
        const input = scenarioInput(base);
        const before = trustOf(run(input));
        const after = run({
          ...input,
          incidents: [...input.incidents, incident({ ...more, id: 'more' })],
        });
        for (const { area, value } of after.trust) {
          expect(value).toBeLessThanOrEqual(before.get(area)! + 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('2: an incident in one area changes no other', () => {
    fc.assert(
      fc.property(scenario, sketch, (base, more) => {
        const input = scenarioInput(base);
        const before = trustOf(run(input));
        const after = trustOf(
          run({
            ...input,
            incidents: [...input.incidents, incident({ ...more, id: 'more' })],
          }),
        );
        const touched = more.areas!.length > 0 ? more.areas! : ['operations'];
        for (const area of AREAS.filter(id => !touched.includes(id))) {
          expect(after.get(area)).toBe(before.get(area));
        }
      }),
      RUNS,
    );
  });

  it('5: reviewing an incident and closing its actions never lowers trust', () => {
    fc.assert(
      fc.property(
        scenario,
        sketch,
        fc.nat({ max: 40 }),
        (base, more, after) => {
          const worse = { ...more, id: 'more', reviewedAfterDays: undefined };
          const better = {
            ...worse,
            reviewedAfterDays: after,
            actionsClosed: true,
          };
          const input = scenarioInput(base);
          const before = trustOf(
            run({ ...input, incidents: [...input.incidents, incident(worse)] }),
          );
          const reviewed = run({
            ...input,
            incidents: [...input.incidents, incident(better)],
          });
          for (const { area, value } of reviewed.trust) {
            expect(value).toBeGreaterThanOrEqual(before.get(area)! - 1e-9);
          }
        },
      ),
      RUNS,
    );
  });

  it('6: an incident older than the window changes no trust', () => {
    fc.assert(
      fc.property(
        scenario,
        sketch,
        fc.integer({ min: 365, max: 900 }),
        (base, more, days) => {
          const input = scenarioInput({ ...base, coveredDays: 365 });
          const old = incident({ ...more, id: 'old', startedDaysAgo: days });
          const after = run({
            ...input,
            incidents: [
              ...input.incidents,
              { ...old, recordedAt: daysAgo(days) },
            ],
          });
          expect(trustOf(after)).toEqual(trustOf(run(input)));
        },
      ),
      RUNS,
    );
  });

  it('7: a right is its smallest cap, and no cap falls as its figure rises', () => {
    fc.assert(
      fc.property(scenario, base => {
        for (const right of run(scenarioInput(base)).rights) {
          const smallest = Math.min(...right.caps.map(cap => cap.right));
          expect(right.recommended).toBe(smallest);
          expect(right.effective).toBeLessThanOrEqual(smallest);
        }
      }),
      RUNS,
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) =>
          expect(step(Math.max(a, b))).toBeGreaterThanOrEqual(
            step(Math.min(a, b)),
          ),
      ),
      RUNS,
    );
  });

  it('9: a fact going missing never raises anything', () => {
    fc.assert(
      fc.property(scenario, fc.constantFrom(...FACTS), (base, path) => {
        const before = run(scenarioInput(base));
        const after = run(
          scenarioInput({ ...base, without: [...(base.without ?? []), path] }),
        );
        expect(after.level.level).toBeLessThanOrEqual(before.level.level);
        expect(after.readiness.score).toBeLessThanOrEqual(
          before.readiness.score! + 1e-9,
        );
        expect(after.readiness.gaps).toBeGreaterThanOrEqual(
          before.readiness.gaps,
        );
        expect(after.accountability.score).toBeLessThanOrEqual(
          before.accountability.score + 1e-9,
        );
        after.rights.forEach(({ effective }, i) =>
          expect(effective).toBeLessThanOrEqual(before.rights[i].effective),
        );
      }),
      RUNS,
    );
  });

  it('11: the order of the input changes nothing', () => {
    fc.assert(
      fc.property(scenario, scenario, (base, other) => {
        const input = scenarioInput(base);
        input.facts.push(...scenarioInput(other).facts);
        expect(JSON.stringify(run(shuffled(input)))).toBe(
          JSON.stringify(run(input)),
        );
      }),
      RUNS,
    );
  });

  it('15: trust is the sum of its lines, and within 0..1', () => {
    fc.assert(
      fc.property(scenario, base => {
        for (const { value, lines } of run(scenarioInput(base)).trust) {
          expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(
            value,
          );
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });
});
