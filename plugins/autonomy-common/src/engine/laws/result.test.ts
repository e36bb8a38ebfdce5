import fc from 'fast-check';
import { NOW } from '../../__fixtures__/scenario';
import type { CheckResult, EvaluationStep } from '../../model';
import { evaluate } from '../evaluate';
import type { EvaluationInput } from '../EvaluationInput';
import { holds } from './__testUtils__/law';
import { POLICY, world } from './__testUtils__/world';

const run = (input: EvaluationInput) => evaluate(input, POLICY, NOW);
const sum = (amounts: readonly number[]) =>
  amounts.reduce((total, amount) => total + amount, 0);

const LISTS = [
  'facts',
  'incidents',
  'deployments',
  'coverage',
  'exemptions',
  'attestations',
  'grants',
  'plans',
  'audits',
] as const;

/** Every list of the input from its other end, with older documents among the facts. */
function reversed(input: EvaluationInput): EvaluationInput {
  const result: EvaluationInput = { ...input };
  for (const list of LISTS) {
    Object.assign(result, { [list]: [...(input[list] ?? [])].reverse() });
  }
  return result;
}

/** The figures that are not what their lines add up to. */
function wrongFigures({ trust, readiness, ...step }: EvaluationStep): string[] {
  const wrong: string[] = [];
  const check = (name: string, shown: number, lines: number) => {
    if (Math.abs(shown - lines) > 1e-9)
      wrong.push(`${name}: ${shown}, ${lines}`);
  };
  const addUp = (
    name: string,
    checks: readonly CheckResult[],
    score: number,
    maximum: number,
  ) => {
    const points = sum(checks.map(each => each.points ?? 0));
    check(name, score, points);
    check(name, maximum, points + sum(checks.map(each => each.lost ?? 0)));
  };
  for (const { area, value, lines } of trust) {
    check(area, value, sum(lines.map(({ amount }) => amount)));
    if (value < 0 || value > 1) wrong.push(`${area}: ${value}`);
  }
  if (readiness.score !== undefined) {
    addUp('readiness', readiness.checks, readiness.score, 100);
  }
  const { score, uncapped, ceiling, items } = step.accountability;
  const itemChecks = items.map(each => each.check);
  addUp('accountability', itemChecks, uncapped, 1);
  check('ceiling', score, uncapped + ceiling);
  const { counts, guardrails } = step.guardrails;
  check('guardrails', guardrails.length, sum(Object.values(counts)));
  return wrong;
}

describe('laws of results', () => {
  it('11: the order of the input changes nothing', () =>
    holds(fc.record({ input: world, other: world }), ({ input, other }) => {
      const facts = [...input.facts, ...other.facts.slice(0, 3)];
      const mixed = { ...input, facts };
      expect(JSON.stringify(run(reversed(mixed)))).toBe(
        JSON.stringify(run(mixed)),
      );
    }));

  it('13: no result names a person', () =>
    holds(world, input => {
      const people = [
        ...(input.exemptions ?? []).flatMap(({ requestedBy, approvedBy }) => [
          requestedBy,
          approvedBy,
        ]),
        ...(input.grants ?? []).map(({ grantedBy }) => grantedBy),
      ];
      const words = JSON.stringify(run(input));
      for (const person of people) expect(words).not.toContain(person);
      expect(words).not.toContain('user:');
    }));

  it('15: every figure is the sum of its lines', () =>
    holds(world, input => expect(wrongFigures(run(input))).toEqual([])));
});
