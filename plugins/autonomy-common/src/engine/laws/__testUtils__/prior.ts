import fc from 'fast-check';
import { daysAgo } from '../../../__fixtures__/scenario';
import { defaultPolicy } from '../../../__fixtures__/defaults';
import type {
  AutonomyLevel,
  EvaluationState,
  NotPassingClock,
} from '../../../model';

const { compiled, version } = defaultPolicy();
const GUARDRAILS = compiled
  .filter(({ role }) => role === 'guardrails')
  .flatMap(({ checks }) => checks.map(({ definition }) => definition.id));

const age = fc.oneof(
  fc.double({ min: 1, max: 120, noNaN: true }),
  fc.constantFrom(3, 7, 14, 30, 90),
);

const clock: fc.Arbitrary<NotPassingClock> = fc
  .tuple(age, fc.option(fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([since, recovered]) => ({
    notPassingSince: daysAgo(since),
    recoveringSince:
      recovered === null ? undefined : daysAgo(recovered * since),
  }));

function byLevel(levels: number, since: number): Record<number, number> {
  return Object.fromEntries(
    Array.from({ length: levels }, (_, i) => [i + 1, daysAgo(since - i)]),
  );
}

/** What an evaluation some time ago may have left. */
export const arbitraryPrior: fc.Arbitrary<EvaluationState> = fc
  .record({
    level: fc.constantFrom<AutonomyLevel>(1, 2, 3, 4),
    since: fc.double({ min: 5, max: 200, noNaN: true }),
    held: fc.nat({ max: 1 }),
    atRisk: fc.option(clock, { nil: undefined }),
    clocks: fc.dictionary(fc.constantFrom(...GUARDRAILS), clock, {
      maxKeys: 3,
    }),
    proposal: fc.constantFrom(undefined, 'open' as const, 'rejected' as const),
    evaluated: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
  })
  .map(({ level, since, held, atRisk, clocks, proposal, evaluated }) => {
    const { 1: _ground, ...heldSince } = byLevel(
      Math.min(4, level + held),
      since,
    );
    return {
      policyVersion: version,
      evaluatedAt: daysAgo(evaluated),
      level,
      takenAt: byLevel(level, since),
      heldSince,
      atRisk,
      guardrails: clocks,
      proposals:
        proposal && level < 4 && level > 1
          ? [
              {
                level: (level + 1) as AutonomyLevel,
                openedAt: daysAgo(4),
                state: proposal,
                rejectedAt: proposal === 'rejected' ? daysAgo(2) : undefined,
              },
            ]
          : [],
      plans: {},
      outcome: { guardrailStatus: 'none', guardrails: {}, rights: {} },
    };
  });
