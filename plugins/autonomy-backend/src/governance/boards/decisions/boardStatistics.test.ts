import {
  MATTERS,
  type BoardStatistics,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import fc from 'fast-check';
import { boardStatistics } from './boardStatistics';
import type { Decision } from './Decision';

const MINUTE = 60_000;
const decision = (overrides: Partial<Decision> = {}): Decision => ({
  matter: 'exemption',
  isApproved: true,
  isRenewal: false,
  openedAt: 0,
  decidedAt: 10 * MINUTE,
  signers: ['user:default/a'],
  ...overrides,
});
const by = (...signers: string[]) => decision({ signers });
const of = (decided: readonly Decision[]): BoardStatistics =>
  boardStatistics({
    boardRef: 'group:default/board',
    from: 0,
    to: 1,
    decided,
    lapsed: 1,
    overdue: 2,
    neverFailing: [{ checkId: 'logs', title: 'Logs' }],
  });

/** Five decisions by two members. */
const enough = (overrides: Partial<Decision> = {}) =>
  ['a', 'a', 'a', 'a', 'b'].map(signer =>
    decision({ signers: [signer], ...overrides }),
  );

describe('boardStatistics', () => {
  it.each([
    ['nothing', []],
    ['four decisions', [by('a'), by('b'), by('c'), by('d')]],
    ['one signer', Array.from({ length: 50 }, () => by('a'))],
  ])('says how much there is of %s, and no more', (_, decided) => {
    expect(of(decided)).toEqual({
      boardRef: 'group:default/board',
      from: 0,
      to: 1,
      decisions: decided.length,
      isWithheld: true,
    });
  });

  it('tells shares and the median of the board', () => {
    expect(
      of([
        ...enough({ isRenewal: true }),
        decision({ isApproved: false, decidedAt: 30 * MINUTE }),
        decision({ matter: 'grant', decidedAt: 40 * MINUTE }),
        decision({ matter: 'grant', decidedAt: 50 * MINUTE }),
      ]),
    ).toMatchObject({
      decisions: 8,
      isWithheld: false,
      approvedShare: 7 / 8,
      medianMinutes: 10,
      renewedShare: 1,
      lapsed: 1,
      overdue: 2,
      neverFailing: [{ checkId: 'logs', title: 'Logs' }],
    });
  });

  it('takes the mean of the two in the middle', () => {
    const decided = [1, 2, 3, 5, 8, 9].map(minutes =>
      decision({ decidedAt: minutes * MINUTE, signers: [`${minutes % 2}`] }),
    );
    expect(of(decided).medianMinutes).toBe(4);
  });

  it('withholds renewals where few exemptions were approved', () => {
    const decided = [...enough({ matter: 'grant' }), decision()];
    expect(of(decided).renewedShare).toBeUndefined();
  });

  it('tells of matters of which there is enough', () => {
    const decided = [
      ...enough({ matter: 'grant', isApproved: false }),
      ...enough({ matter: 'plan' }),
    ];
    expect(of(decided).byMatter).toEqual([
      { matter: 'grant', decisions: 5, approved: 0 },
      { matter: 'plan', decisions: 5, approved: 5 },
    ]);
  });

  it('tells of no matter where the sum would give away what is left out', () => {
    const decided = [
      ...enough({ matter: 'grant' }),
      decision({ matter: 'bypass', isApproved: false }),
    ];
    expect(of(decided).byMatter).toEqual([]);
  });

  it('never tells anything that fewer than five decisions or two signers make up', () => {
    const member = fc.constantFrom('a', 'b', 'c');
    const decisions = fc.array(
      fc.record({
        matter: fc.constantFrom(...MATTERS.slice(0, 4)),
        isApproved: fc.boolean(),
        isRenewal: fc.boolean(),
        openedAt: fc.constant(0),
        decidedAt: fc.nat(),
        signers: fc.uniqueArray(member, { minLength: 1 }),
      }),
      { maxLength: 40 },
    );
    const isEnough = (group: readonly Decision[]) =>
      group.length >= 5 && new Set(group.flatMap(d => d.signers)).size >= 2;
    fc.assert(
      fc.property(decisions, decided => {
        const { byMatter = [], isWithheld, ...figures } = of(decided);
        expect(isWithheld).toBe(!isEnough(decided));
        const told = byMatter.map(({ matter }) => matter);
        for (const { matter, decisions: count } of byMatter) {
          const group = decided.filter(each => each.matter === matter);
          expect(group).toHaveLength(count);
          expect(isEnough(group)).toBe(true);
        }
        const rest = decided.filter(({ matter }) => !told.includes(matter));
        expect(told.length === 0 || rest.length === 0 || isEnough(rest)).toBe(
          true,
        );
        // Nobody is named.
        expect(JSON.stringify(figures)).not.toMatch(/"[abc]"/);
      }),
    );
  });
});
