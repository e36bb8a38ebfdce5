import fc from 'fast-check';
import { NOW } from '../__fixtures__/time';
import type { Shift, SimulatedDifference } from '../api/simulations';
import { evaluate, type CompiledPolicy, type EvaluationInput } from '../engine';
import { compareText } from '../engine/math';
import { holds } from '../engine/laws/__testUtils__/law';
import { world } from '../engine/laws/__testUtils__/world';
import { settledPolicy } from './settledPolicy';
import { simulateEntity } from './simulateEntity';
import { anyPolicy, comparing } from './__testUtils__/drafts';
import { nearly, summaryOf, withSide } from './__testUtils__/summary';

/** An entity in some of the domains that have overlays. */
const entity: fc.Arbitrary<EvaluationInput> = fc
  .record({
    input: world,
    domains: fc.subarray(['commerce', 'd0', 'd1', 'elsewhere']),
  })
  .map(({ input, domains }) => ({
    ...input,
    entity: {
      ...input.entity,
      domainChain: domains.map(name => `domain:default/${name}`),
    },
  }));

const pair = fc.record({ input: entity, current: anyPolicy, draft: anyPolicy });

function simulate(
  input: EvaluationInput,
  current: CompiledPolicy,
  draft: CompiledPolicy,
) {
  return simulateEntity(input, comparing(current, draft), NOW);
}

function flipped<S extends Shift<unknown>>(shift: S): S {
  return { ...shift, from: shift.to, to: shift.from };
}

function mirrored(
  difference: SimulatedDifference | undefined,
): SimulatedDifference | undefined {
  if (!difference) return undefined;
  const { checks, guardrails, rights, ...figures } = difference;
  return {
    ...Object.fromEntries(
      Object.entries(figures).map(([key, shift]) => [key, flipped(shift)]),
    ),
    checks: checks.map(flipped),
    guardrails: guardrails.map(flipped),
    rights: inOrder(rights.map(flipped)),
  };
}

/** The areas of either side come first. */
function inOrder<R extends { area: string }>(rights: readonly R[]): R[] {
  return [...rights].sort((a, b) => compareText(a.area, b.area));
}

describe('laws of simulation', () => {
  it('identical policies never move anything', () =>
    holds(
      fc.record({ input: entity, policy: anyPolicy }),
      ({ input, policy }) => {
        const again = { ...policy, version: 'another' };
        expect(simulate(input, policy, again)).toBeUndefined();
      },
      0.3,
    ));

  it('the way back is the mirror of the way there', () =>
    holds(
      pair,
      ({ input, current, draft }) => {
        const there = simulate(input, current, draft);
        const back = simulate(input, draft, current);
        for (const when of ['atOnce', 'settled'] as const) {
          const expected = back?.[when] && {
            ...back[when],
            rights: inOrder(back[when].rights),
          };
          expect(mirrored(there?.[when])).toEqual(expected);
        }
      },
      0.3,
    ));

  it('what moves is what an evaluation with either policy says, and nothing else', () =>
    holds(
      pair,
      ({ input, current, draft }) => {
        const move = simulate(input, current, draft);
        const said = (policy: CompiledPolicy) =>
          summaryOf(evaluate(input, policy, NOW));
        const sides = [
          [move?.atOnce, said(current), said(draft)],
          [
            move?.settled,
            said(settledPolicy(current)),
            said(settledPolicy(draft)),
          ],
        ] as const;
        for (const [difference, before, after] of sides) {
          expect(withSide(before, 'from', difference)).toEqual(nearly(before));
          expect(withSide(before, 'to', difference)).toEqual(nearly(after));
        }
      },
      0.3,
    ));
});
