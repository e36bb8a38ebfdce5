import fc from 'fast-check';
import { advance } from './advance';
import type { EvaluationInput } from './EvaluationInput';
import { evaluateAsOf } from './evaluateAsOf';
import { existingEstate } from '../__fixtures__/defaults';
import {
  daysAgo,
  incident,
  scenarioWithHistory,
} from '../__fixtures__/scenario';
import { at, DAYS } from './time/__testUtils__/records';
import { SHORT } from './time/__testUtils__/shortPolicy';
import { story } from './time/__testUtils__/story';
import { toldBy } from './time/__testUtils__/toldBy';

const RUNS = { numRuns: 500 };
const day = fc.integer({ min: 0, max: DAYS });

/** The states that were stored on some days, each from what was known then. */
function storedOn(input: EvaluationInput, days: readonly number[]) {
  let prior: EvaluationInput['prior'];
  return [...days]
    .sort((a, b) => a - b)
    .map(each => {
      const told = toldBy(input, at(each));
      prior = advance({ ...told, prior }, SHORT, at(each)).state;
      return prior;
    });
}

describe('evaluateAsOf', () => {
  it('says of a past day what was said then, whatever was recorded later', () =>
    fc.assert(
      fc.property(
        story,
        fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
        day,
        (input, days, past) => {
          const states = storedOn(input, [...days, 0]);
          const then = evaluateAsOf(
            toldBy(input, at(past)),
            SHORT,
            at(past),
            states,
          );
          const now = evaluateAsOf(input, SHORT, at(past), states);
          expect(now).toEqual(then);
        },
      ),
      RUNS,
    ));

  it('is the same whether somebody looked in between or not', () =>
    fc.assert(
      fc.property(
        story,
        fc.uniqueArray(day, { maxLength: 4 }),
        day,
        (input, days, past) => {
          const [start] = storedOn(input, [0]);
          const looked = evaluateAsOf(input, SHORT, at(past), [
            start,
            ...storedOn(input, [0, ...days]),
          ]);
          const direct = evaluateAsOf(input, SHORT, at(past), [start]);
          expect({ ...looked, events: [] }).toEqual({ ...direct, events: [] });
        },
      ),
      RUNS,
    ));

  it('counts no incident that was recorded later, where history counts from the start', () => {
    const known = scenarioWithHistory();
    const late = {
      ...incident({
        id: 'late',
        severity: 'critical',
        startedDaysAgo: 20,
        open: true,
      }),
      recordedAt: daysAgo(2),
    };
    const of = (incidents: (typeof late)[]) =>
      evaluateAsOf({ ...known, incidents }, existingEstate(), daysAgo(5));
    expect(of([late])).toEqual(of([]));
  });
});
