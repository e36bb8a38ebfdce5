import fc from 'fast-check';
import { advance } from '../advance';
import { difference, discrete } from '../laws/__testUtils__/compare';
import type { EvaluationStep } from '../../model';
import { at, DAYS } from './__testUtils__/records';
import { AT_ONCE, SHORT } from './__testUtils__/shortPolicy';
import { story } from './__testUtils__/story';
import { toldBy } from './__testUtils__/toldBy';

const day = fc.integer({ min: 0, max: DAYS });

/** What must not change while the clock alone moves, clocks and proposals included. */
function lasting(step: EvaluationStep) {
  const { evaluatedAt, nextChangeAt, ...state } = step.state;
  return { discrete: discrete(step), state };
}

describe.each([
  ['of days', SHORT],
  ['of no length', AT_ONCE],
])('the next change with durations %s', (_, policy) => {
  it('is never late, where all that happens meets on the same instants', () =>
    fc.assert(
      fc.property(story, day, fc.nat({ max: 40 }), (input, on, days) => {
        const known = toldBy(input, at(on));
        const { state } = advance(known, policy, at(0));
        const before = advance({ ...known, prior: state }, policy, at(on));
        const { nextChangeAt = Infinity } = before.state;
        const until = Math.min(at(on + days), nextChangeAt - 1);
        const after = advance({ ...known, prior: before.state }, policy, until);
        expect(difference(lasting(after), lasting(before))).toBeUndefined();
        expect(after.events).toEqual([]);
      }),
      { numRuns: 3000 },
    ));

  it('tells the same whoever looked in between, with what was known then', () =>
    fc.assert(
      fc.property(story, day, day, (input, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const { state } = advance(toldBy(input, at(0)), policy, at(0));
        const looked = advance(
          { ...toldBy(input, at(first)), prior: state },
          policy,
          at(first),
        );
        const then = advance(
          { ...input, prior: looked.state },
          policy,
          at(second),
        );
        const direct = advance({ ...input, prior: state }, policy, at(second));
        expect(lasting(then)).toEqual(lasting(direct));
        // Where both look at one instant, the second look finds nothing new.
        expect([...looked.events, ...then.events]).toEqual(direct.events);
      }),
      { numRuns: 3000 },
    ));
});
