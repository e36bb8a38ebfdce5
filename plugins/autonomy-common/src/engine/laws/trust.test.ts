import fc from 'fast-check';
import {
  DAY,
  daysAgo,
  incident,
  NOW,
  type IncidentSketch,
} from '../../__fixtures__/scenario';
import type {
  DecisionRight,
  EvaluationStep,
  Grant,
  TrustLine,
} from '../../model';
import type { CompiledPolicy } from '../CompiledPolicy';
import { evaluate } from '../evaluate';
import type { EvaluationInput } from '../EvaluationInput';
import { raised } from './__testUtils__/compare';
import { holds } from './__testUtils__/law';
import {
  POLICY,
  AREAS,
  incidentSketch,
  withIncident,
  world,
} from './__testUtils__/world';

/** The policy without the checks that look at incidents: review facts and scores stay equal. */
const WITHOUT_INCIDENT_FACTS: CompiledPolicy = {
  ...POLICY,
  compiled: POLICY.compiled.map(scorecard => ({
    ...scorecard,
    checks: scorecard.checks.filter(
      ({ expression }) =>
        !expression.reads.some(({ segments: [name] }) => name === 'incidents'),
    ),
  })),
  forDomains: () => WITHOUT_INCIDENT_FACTS,
};

/** The same with a trial that an incident would end. */
function withTrial(
  input: EvaluationInput,
  { areas, startedDaysAgo }: IncidentSketch,
  right: DecisionRight,
): EvaluationInput {
  const from = daysAgo(startedDaysAgo + 1);
  const trial: Grant = {
    id: 'trial',
    entityRef: input.entity.entityRef,
    area: areas![0] ?? 'operations',
    right,
    reason: 'Let us see.',
    trial: { failsFrom: 'low' },
    from,
    expiresAt: NOW + DAY,
    recordedAt: from,
  };
  return { ...input, grants: [...(input.grants ?? []), trial] };
}

const run = (input: EvaluationInput, now = NOW) => evaluate(input, POLICY, now);
const trustOf = ({ trust }: EvaluationStep) =>
  Object.fromEntries(trust.map(({ area, value }) => [area, value]));

describe('laws of trust', () => {
  it('1: one more incident never raises a trust, and with equal scores no right or level', () =>
    holds(
      fc.record({
        input: world,
        more: incidentSketch,
        trial: fc.option(fc.constantFrom(1 as const, 2, 3, 4, 5)),
      }),
      ({ input, more, trial }) => {
        const tried = trial === null ? input : withTrial(input, more, trial);
        const [before, after] = [tried, withIncident(tried, more)].map(each =>
          evaluate(each, WITHOUT_INCIDENT_FACTS, NOW),
        );
        expect(raised(before, after)).toEqual([]);
      },
    ));

  it("2: an incident in one area changes no other area's trust", () =>
    holds(
      fc.record({ input: world, more: incidentSketch }),
      ({ input, more }) => {
        const before = trustOf(run(input));
        const after = trustOf(run(withIncident(input, more)));
        const touched = more.areas!.length > 0 ? more.areas! : ['operations'];
        const changed = AREAS.filter(id => after[id] !== before[id]);
        expect(changed.filter(id => !touched.includes(id))).toEqual([]);
      },
    ));

  it('3: with no new evidence trust never falls as time that is watched passes', () =>
    holds(
      fc.record({
        input: world,
        days: fc.double({ min: 0, max: 500, noNaN: true }),
      }),
      ({ input, days }) => {
        const coverage = input.coverage.map(row => ({
          ...row,
          lastHeardAt: NOW + 600 * DAY,
        }));
        const watched = { ...input, coverage, plans: [] };
        const before = run(watched);
        const after = run(watched, NOW + days * DAY);
        expect(raised(after, before, /^trust/)).toEqual([]);
      },
    ));

  it('5: a review, closed actions or a completed plan never lower trust', () =>
    holds(
      fc.record({
        input: world,
        more: incidentSketch,
        reviewed: fc.double({ min: 0, max: 40, noNaN: true }),
        closed: fc.boolean(),
        completed: fc.option(fc.double({ min: 0, max: 200, noNaN: true })),
      }),
      ({ input, more, reviewed, closed, completed }) => {
        const worse = { ...more, reviewedAfterDays: undefined };
        const better = {
          ...more,
          reviewedAfterDays: reviewed,
          actionsClosed: closed,
        };
        const [before, after] = [worse, better].map(sketch =>
          withIncident(input, sketch),
        );
        expect(raised(run(after), run(before), /^trust/)).toEqual([]);
        if (completed === null) return;
        const done: EvaluationInput = {
          ...after,
          plans: [
            ...(after.plans ?? []),
            {
              id: 'repair',
              entityRef: input.entity.entityRef,
              title: 'Repair',
              approach: 'collaborative-reset',
              areas: more.areas!,
              criteria: [],
              incidents: ['sample/more'],
              startsAt: daysAgo(completed + 20),
              endsAt: daysAgo(completed - 10),
              signedAt: daysAgo(completed + 20),
              completedAt: daysAgo(completed),
              recordedAt: daysAgo(completed + 20),
            },
          ],
        };
        expect(raised(run(done), run(after), /^trust/)).toEqual([]);
      },
    ));

  it('6: an incident older than the window changes no trust', () =>
    holds(
      fc.record({
        input: world,
        more: incidentSketch,
        days: fc.integer({ min: 366, max: 900 }),
      }),
      ({ input, more, days }) => {
        // Trust is computed where the watching ended, so that is what it must be older than.
        const asOf = Math.min(...run(input).trust.map(each => each.asOf));
        const startedAt = asOf - days * DAY;
        const old = {
          ...incident({ ...more, id: 'old', class: 'none' }),
          startedAt,
          recordedAt: startedAt,
        };
        const after = run({ ...input, incidents: [...input.incidents, old] });
        expect(trustOf(after)).toEqual(trustOf(run(input)));
      },
    ));

  it('4: each further good month adds less, each further failure of a kind costs no less', () =>
    holds(
      fc.record({
        input: world,
        month: fc.double({ min: 0, max: 10, noNaN: true }),
        step: fc.double({ min: 0.1, max: 1, noNaN: true }),
      }),
      ({ input, month, step }) => {
        const earned = (months: number) => {
          const [row] = input.coverage;
          const coverage = row
            ? [{ ...row, from: NOW - months * 30 * DAY, lastHeardAt: NOW }]
            : [];
          const { trust } = run({ ...input, incidents: [], coverage });
          return trust[0].lines[1].amount;
        };
        const [a, b, c] = [0, 1, 2].map(i => earned(month + i * step));
        expect(c - b).toBeLessThanOrEqual(b - a + 1e-9);
        expect(run(input).trust.filter(each => !costsGrow(each.lines))).toEqual(
          [],
        );
      },
    ));
});

/** Whether of failures of one severity, apart from age, a later one costs no less. */
function costsGrow(lines: readonly TrustLine[]): boolean {
  const factors: Record<string, number> = {};
  for (const line of lines) {
    if (line.kind !== 'incident') continue;
    if (line.repeatFactor < (factors[line.severity] ?? 0)) return false;
    factors[line.severity] = line.repeatFactor;
  }
  return true;
}
