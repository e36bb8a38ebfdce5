import fc from 'fast-check';
import type { MatterRule } from '../model';
import { outcomeOfBallot, votesNeeded, type Ballot } from '.';

const rule: fc.Arbitrary<MatterRule> = fc.record({
  quorum: fc.integer({ min: 1, max: 25 }),
  approval: fc.constantFrom('majority', 'unanimous'),
});

const votes = fc.array(fc.boolean(), { maxLength: 30 });

function ballotOf(cast: readonly boolean[]): Ballot {
  const approvals = cast.filter(Boolean).length;
  return { approvals, rejections: cast.length - approvals };
}

/** Votes and how many may be cast altogether; undefined where nobody knows. */
const ballot = fc
  .record({ cast: votes, others: fc.option(fc.nat({ max: 5 })) })
  .map(({ cast, others }) => ({
    ...ballotOf(cast),
    eligible: others === null ? undefined : cast.length + others,
  }));

describe('votesNeeded', () => {
  it.each([
    [3, undefined, 3],
    [3, 5, 3],
    [3, 2, 2],
    [3, 0, 1],
  ])(
    'is of a quorum of %s where %s may vote: %s',
    (quorum, eligible, needed) => {
      const majority: MatterRule = { quorum, approval: 'majority' };
      expect(votesNeeded(majority, eligible)).toBe(needed);
    },
  );
});

describe('outcomeOfBallot', () => {
  it.each<[Ballot, MatterRule['approval'], number | undefined, unknown]>([
    [{ approvals: 0, rejections: 0 }, 'majority', undefined, undefined],
    [{ approvals: 1, rejections: 0 }, 'majority', undefined, undefined],
    [{ approvals: 1, rejections: 0 }, 'majority', 1, 'approved'],
    [{ approvals: 2, rejections: 0 }, 'majority', undefined, 'approved'],
    [{ approvals: 1, rejections: 1 }, 'majority', 3, undefined],
    [{ approvals: 1, rejections: 1 }, 'majority', 2, 'rejected'],
    [{ approvals: 2, rejections: 1 }, 'majority', 3, 'approved'],
    [{ approvals: 2, rejections: 1 }, 'unanimous', 3, 'rejected'],
    [{ approvals: 0, rejections: 1 }, 'unanimous', 3, undefined],
    [{ approvals: 2, rejections: 0 }, 'unanimous', 3, 'approved'],
    [{ approvals: 0, rejections: 0 }, 'unanimous', 0, undefined],
  ])(
    'of %j by %s where %s may vote is %s',
    (cast, approval, eligible, outcome) => {
      expect(outcomeOfBallot(cast, { quorum: 2, approval }, eligible)).toBe(
        outcome,
      );
    },
  );

  it('decides nothing below the quorum', () => {
    fc.assert(
      fc.property(ballot, rule, ({ eligible, ...cast }, given) => {
        fc.pre(cast.approvals + cast.rejections < votesNeeded(given, eligible));
        expect(outcomeOfBallot(cast, given, eligible)).toBeUndefined();
      }),
    );
  });

  it('comes to the same in whichever order the same votes are cast', () => {
    const reordered = votes.chain(cast =>
      fc.record({
        cast: fc.constant(cast),
        again: fc.shuffledSubarray(cast, {
          minLength: cast.length,
          maxLength: cast.length,
        }),
      }),
    );
    fc.assert(
      fc.property(reordered, rule, ({ cast, again }, given) => {
        expect(outcomeOfBallot(ballotOf(again), given, cast.length)).toBe(
          outcomeOfBallot(ballotOf(cast), given, cast.length),
        );
      }),
    );
  });

  it('approves nothing unanimously that somebody rejects, and nothing that no more approve than reject', () => {
    fc.assert(
      fc.property(ballot, rule, ({ eligible, ...cast }, given) => {
        fc.pre(outcomeOfBallot(cast, given, eligible) === 'approved');
        expect(cast.approvals).toBeGreaterThan(cast.rejections);
        expect(given.approval === 'unanimous' ? cast.rejections : 0).toBe(0);
      }),
    );
  });

  it('leaves undecided what is undecided when more votes are needed', () => {
    fc.assert(
      fc.property(ballot, rule, fc.nat(25), (of, given, more) => {
        const { eligible, ...cast } = of;
        fc.pre(outcomeOfBallot(cast, given, eligible) === undefined);
        const higher = { ...given, quorum: given.quorum + more };
        expect(outcomeOfBallot(cast, higher, eligible)).toBeUndefined();
      }),
    );
  });

  it('decides once everybody has voted', () => {
    fc.assert(
      fc.property(votes, rule, (cast, given) => {
        fc.pre(cast.length > 0);
        expect(
          outcomeOfBallot(ballotOf(cast), given, cast.length),
        ).toBeDefined();
      }),
    );
  });

  it('rejects rather than approves as rejections take the place of approvals', () => {
    fc.assert(
      fc.property(ballot, rule, ({ eligible, ...cast }, given) => {
        fc.pre(cast.approvals > 0);
        fc.pre(outcomeOfBallot(cast, given, eligible) === 'rejected');
        const { approvals, rejections } = cast;
        const worse = { approvals: approvals - 1, rejections: rejections + 1 };
        expect(outcomeOfBallot(worse, given, eligible)).toBe('rejected');
      }),
    );
  });
});
