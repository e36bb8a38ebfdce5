import fc from 'fast-check';
import { DAY, NOW } from '../../__fixtures__/scenario';
import type { EvaluationStep } from '../../model';
import { advance } from '../advance';
import { evaluate } from '../evaluate';
import { discrete, difference } from './__testUtils__/compare';
import { holds } from './__testUtils__/law';
import { POLICY, world } from './__testUtils__/world';

const fraction = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1),
);

/** What an evaluation leaves behind, whenever it was made. */
function standing({ state, ...step }: EvaluationStep): unknown {
  const { evaluatedAt, nextChangeAt, ...lasting } = state;
  return { lasting, discrete: discrete({ state, ...step }) };
}

describe('laws of time', () => {
  it('12: until the next change nothing changes without new evidence', () =>
    holds(
      fc.record({ input: world, fraction }),
      ({ input, fraction: part }) => {
        const before = evaluate(input, POLICY, NOW);
        const last = (before.nextChangeAt ?? NOW + 400 * DAY) - 1;
        const later = Math.floor(NOW + (last - NOW) * part);
        const after = evaluate(
          { ...input, prior: before.state },
          POLICY,
          later,
        );
        expect(difference(discrete(after), discrete(before))).toBeUndefined();
      },
    ));

  it('14: looking in between changes nothing', () =>
    holds(
      fc.record({
        input: world,
        days: fc.oneof(
          fc.double({ min: 0, max: 10, noNaN: true }),
          fc.double({ min: 0, max: 40, noNaN: true }),
        ),
        part: fraction,
      }),
      ({ input, days, part }) => {
        const { state } = evaluate(input, POLICY, NOW);
        const later = NOW + Math.floor(days * DAY);
        const between = NOW + Math.floor(days * DAY * part);
        const direct = advance({ ...input, prior: state }, POLICY, later);
        const looked = advance({ ...input, prior: state }, POLICY, between);
        const then = advance({ ...input, prior: looked.state }, POLICY, later);
        expect(difference(standing(then), standing(direct))).toBeUndefined();
      },
    ));
});
