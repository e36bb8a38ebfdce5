import fc from 'fast-check';
import { DAY, NOW } from '../__fixtures__/time';
import { advance, evaluate } from '../engine';
import { holds, SEED } from '../engine/laws/__testUtils__/law';
import { settledPolicy } from './settledPolicy';
import { frozenEntity, frozenPolicies } from './__testUtils__/frozen';
import { summaryOf } from './__testUtils__/summary';

/** Longer than all graces and announcements together. */
const LATER = NOW + 400 * DAY;
const POLICIES = frozenPolicies(40, SEED);

describe('law of what has settled', () => {
  it('is where an entity stands once every grace has passed and nothing else has happened', () =>
    holds(
      fc.record({
        input: frozenEntity,
        policy: fc.constantFrom(...POLICIES),
      }),
      ({ input, policy }) => {
        const { version: policyVersion } = policy;
        const prior = { ...input.prior!, policyVersion };
        const evaluated = { ...input, prior };
        // What it says now has to be known, or the first thing that is due would be missed.
        const { state } = evaluate(evaluated, policy, NOW);
        const later = advance({ ...input, prior: state }, policy, LATER);
        const settled = evaluate(evaluated, settledPolicy(policy), NOW);
        expect(summaryOf(settled)).toEqual(summaryOf(later));
      },
    ));
});
