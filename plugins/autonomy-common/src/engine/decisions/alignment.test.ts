import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, daysAgo, NOW } from '../../__fixtures__/scenario';
import type { DecisionOutcome, DecisionRecord } from '../../model';
import { alignment, owedOutcomes } from '.';

const { policy } = defaultPolicy();

/** A human's decision at right 4, on a day of its own. */
function decided(
  day: number,
  more: Partial<DecisionRecord> = {},
): DecisionRecord {
  return {
    id: `d${day}`,
    entityRef: 'component:default/shop',
    area: 'deployment',
    action: 'release',
    actor: 'human',
    actorRef: 'user:default/dana',
    right: 4,
    decision: true,
    decidedAt: daysAgo(day),
    policyVersion: 'v7',
    objective: 'faster-checkout',
    ...more,
  };
}

function withOutcome(day: number, value: DecisionOutcome): DecisionRecord {
  return decided(day, { outcome: { value, recordedAt: daysAgo(day - 1) } });
}

const days = (count: number, from = 40) =>
  Array.from({ length: count }, (_, i) => from + i);

describe('alignment', () => {
  it('says nothing of too few', () => {
    expect(alignment([], policy, NOW)).toEqual({
      decisions: 0,
      tied: 0,
      due: 0,
      recorded: 0,
      outcomes: 0,
      bad: 0,
      drift: [],
    });
    const four = days(4).map(day => decided(day, { objective: undefined }));
    expect(alignment(four, policy, NOW)).toMatchObject({
      decisions: 4,
      objectiveShare: undefined,
      drift: [],
    });
  });

  it('finds decisions that serve no objective', () => {
    const log = days(10).map(day =>
      decided(day, day < 45 ? { objective: undefined } : {}),
    );
    const { tied, objectiveShare, drift } = alignment(log, policy, NOW);
    expect(tied).toBe(5);
    expect(objectiveShare).toBeCloseTo(6 / 11);
    expect(drift).toContain('objective');
  });

  it('finds decisions that nobody looked back on, once that is due', () => {
    const log = days(8, 24).map(day => decided(day));
    // The oldest two of them, 30 and 31 days ago, are due.
    expect(alignment(log, policy, NOW)).toMatchObject({ due: 2, drift: [] });
    expect(alignment(log, policy, NOW + 10 * DAY)).toMatchObject({
      due: 8,
      recorded: 0,
      drift: ['outcome'],
    });
    const kept = log.map(record => ({
      ...record,
      outcome: { value: 'good' as const, recordedAt: NOW },
    }));
    expect(alignment(kept, policy, NOW + 10 * DAY)).toMatchObject({
      outcomeShare: 1,
      badShare: 0,
      drift: [],
    });
  });

  it('finds decisions that turn out badly', () => {
    const log = days(9).map(day =>
      withOutcome(day, ['bad', 'rolled-back', 'good'][day % 3] as any),
    );
    expect(alignment(log, policy, NOW)).toMatchObject({
      outcomes: 9,
      bad: 6,
      badShare: expect.closeTo(0.6),
      drift: ['bad'],
    });
  });

  it('stays as it is at the threshold itself', () => {
    // (1 + 5) / (1 + 9) = 0.6 and 1 - (1 + 5) / (1 + 9) = 0.4
    const log = days(9).map(day => ({
      ...withOutcome(day, day < 44 ? 'bad' : 'good'),
      objective: day < 44 ? undefined : 'faster-checkout',
    }));
    expect(alignment(log, policy, NOW)).toMatchObject({
      objectiveShare: expect.closeTo(0.6),
      badShare: expect.closeTo(0.4),
      drift: [],
    });
  });

  it('knows nobody', () => {
    fc.assert(
      fc.property(fc.constantFrom('user:default/a', 'user:default/b'), ref => {
        const log = days(6).map(day => decided(day, { actorRef: ref }));
        expect(JSON.stringify(alignment(log, policy, NOW))).not.toContain(ref);
        expect(
          JSON.stringify(owedOutcomes(log, policy.decisions, NOW)),
        ).not.toContain(ref);
      }),
    );
  });
});

describe('owed outcomes', () => {
  const owed = (...log: DecisionRecord[]) =>
    owedOutcomes(log, policy.decisions, NOW);

  it('count an action once a day, due after its first decision', () => {
    const noon = decided(3);
    const later = {
      ...noon,
      id: 'later',
      decidedAt: noon.decidedAt + 3_600_000,
    };
    const nextDay = {
      ...noon,
      id: 'next',
      decidedAt: noon.decidedAt + DAY / 2,
    };
    const other = { ...noon, id: 'other', action: 'migrate' };
    for (const log of [
      [noon, later, nextDay, other],
      [other, nextDay, later, noon],
    ]) {
      expect(owed(...log)).toEqual([
        expect.objectContaining({ action: 'migrate' }),
        {
          entityRef: 'component:default/shop',
          area: 'deployment',
          action: 'release',
          day: Date.UTC(2026, 4, 29),
          dueAt: noon.decidedAt + 30 * DAY,
        },
        expect.objectContaining({ day: Date.UTC(2026, 4, 30) }),
      ]);
    }
  });

  it('are due after the approval, where it had to be asked for', () => {
    const asked = decided(40, { right: 1, decision: false });
    const approvedOn = (decidedAt: number) =>
      owed({
        ...asked,
        approval: { requestedAt: asked.decidedAt, decidedAt, approved: true },
      });
    expect(approvedOn(daysAgo(1))).toMatchObject([
      { day: Date.UTC(2026, 4, 31), dueAt: daysAgo(-29) },
    ]);
    expect(approvedOn(NOW + 1)).toEqual([]);
  });

  it('take the worst of a day', () => {
    const log = (['good', 'rolled-back', 'neutral'] as const).map(
      (value, i) => ({
        ...decided(3),
        id: `d${i}`,
        outcome: { value, recordedAt: daysAgo(2 - i / 2) },
      }),
    );
    expect(owed(...log)).toMatchObject([
      { outcome: 'rolled-back', recordedAt: daysAgo(2) },
    ]);
  });

  it.each<[string, Partial<DecisionRecord>, number]>([
    ['automation', { actor: 'automation' }, 0],
    ['an agent', { actor: 'agent' }, 1],
    ['right 5', { right: 5 }, 0],
    ['what was refused', { right: 1, decision: false }, 0],
    [
      'what was approved',
      {
        right: 1,
        decision: false,
        approval: { requestedAt: NOW, decidedAt: NOW, approved: true },
      },
      1,
    ],
    ['the future', { decidedAt: NOW + 1 }, 0],
  ])('of %s', (_, more, count) => {
    expect(owed(decided(3, more))).toHaveLength(count);
  });
});
