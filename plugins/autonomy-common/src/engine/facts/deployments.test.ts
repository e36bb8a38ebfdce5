import { defaultPolicy } from '../../__fixtures__/defaults';
import { incident } from '../../__fixtures__/scenario';
import { DAY, daysAgo, NOW } from '../../__fixtures__/time';
import type { Consequence, Deployment, Incident } from '../../model';
import { Horizon } from '../time';
import { deploymentFacts } from './deployments';
import type { Records } from './incidents';

const { policy } = defaultPolicy();
const base = new Map<string, Consequence>([
  ['deployment', 'medium'],
  ['security', 'high'],
]);
const WATCHED = { covered: true, heard: true };
const consequences = { base, tightened: base };

function deployment(days: number, rest: Partial<Deployment> = {}): Deployment {
  return {
    id: `d${days}`,
    source: 's',
    entityRef: 'x',
    status: 'succeeded',
    area: 'deployment',
    finishedAt: daysAgo(days),
    recordedAt: daysAgo(days),
    ...rest,
  };
}

function factsOf(
  deployments: readonly Deployment[],
  horizon = new Horizon(NOW),
  rest: Partial<Records> = {},
) {
  return deploymentFacts(
    { entityRef: 'x', incidents: [], deployments, watch: WATCHED, ...rest },
    consequences,
    policy,
    horizon,
  );
}

/** One that began some days ago and took some hours. */
function outage(
  days: number,
  hours: number,
  rest: Partial<Incident> = {},
): Incident {
  return {
    ...incident({ severity: 'medium', startedDaysAgo: days }),
    entityRef: 'x',
    resolvedAt: daysAgo(days) + (hours * DAY) / 24,
    ...rest,
  };
}

describe('deploymentFacts', () => {
  it('know no rate without a deployment', () => {
    expect(factsOf([deployment(180)])).toEqual({
      recorded: false,
      count: 0,
      failed: 0,
      perWeek: 0,
    });
  });

  it('know no rate while nobody watches', () => {
    const unwatched = {
      watch: { covered: false, heard: false },
      incidents: [outage(1, 2)],
    };
    const facts = factsOf([deployment(1)], new Horizon(NOW), unwatched);
    expect(facts).toEqual({
      recorded: true,
      count: 1,
      failed: 0,
      perWeek: 7 / 90,
    });
  });

  it('count what finished in the window', () => {
    const all = [1, 2, 89.9, 90, -1].map(days => deployment(days));
    expect(factsOf(all)).toMatchObject({
      recorded: true,
      count: 3,
      perWeek: (3 * 7) / 90,
    });
  });

  it('meet a limit of 15 % with 3 failures in 19', () => {
    const all = Array.from({ length: 19 }, (_, i) =>
      deployment(i + 1, i < 3 ? { status: 'rolled-back' } : {}),
    );
    expect(factsOf(all).changeFailureRate).toBe(0.15);
  });

  it('keep the failure rate as of the last deployment', () => {
    const failed = { status: 'failed' as const };
    const old = [
      deployment(100),
      deployment(110, failed),
      deployment(189.9, failed),
      deployment(190, failed),
    ];
    expect(factsOf(old)).toMatchObject({
      recorded: false,
      changeFailureRate: 2 / 4,
      highConsequenceReviewShare: 1,
    });
    expect(factsOf(old.slice(1))).toMatchObject({ changeFailureRate: 3 / 4 });
  });

  it('count a deployment that caused an incident as failed', () => {
    expect(factsOf([deployment(1, { incidentId: 'inc-1' })]).failed).toBe(1);
  });

  describe('reviews', () => {
    const reviewed = { reviewedAt: daysAgo(0.5) };

    it('are owed where the consequence is high', () => {
      const all = [
        deployment(1, { area: 'security', ...reviewed }),
        deployment(6, { area: 'security' }),
        deployment(7),
      ];
      expect(factsOf(all).highConsequenceReviewShare).toBe(2 / 3);
    });

    it('are due after five days', () => {
      const shareAfter = (days: number) =>
        factsOf([deployment(days, { area: 'security' })])
          .highConsequenceReviewShare;
      expect(shareAfter(4.9)).toBe(1);
      expect(shareAfter(5)).toBe(1 / 2);
    });

    it('count, where an overlay alone asks for them, if they are lacking', () => {
      const all = [
        deployment(1, { area: 'security', ...reviewed }),
        deployment(6, { area: 'security' }),
        deployment(7, reviewed),
        deployment(8),
      ];
      const tightened = new Map(base).set('deployment', 'high');
      expect(
        deploymentFacts(
          {
            entityRef: 'x',
            incidents: [],
            deployments: all,
            watch: WATCHED,
          },
          { base, tightened },
          policy,
          new Horizon(NOW),
        ).highConsequenceReviewShare,
      ).toBe(2 / 4);
    });
  });

  it('take the median lead time', () => {
    const lead = (days: number, hours: number) =>
      deployment(days, { committedAt: daysAgo(days) - hours * 3_600_000 });
    const hoursOf = (...all: Deployment[]) => factsOf(all).leadTimeHours;
    expect(hoursOf(lead(1, 9), lead(2, 1), lead(3, 4))).toBe(4);
    expect(hoursOf(lead(1, 9), lead(2, 1))).toBe(5);
    expect(hoursOf(deployment(1))).toBeUndefined();
  });

  it('take the median time to restore', () => {
    const hoursOf = (...incidents: Incident[]) =>
      factsOf([], new Horizon(NOW), { incidents }).timeToRestoreHours;
    expect(hoursOf(outage(1, 9), outage(2, 1), outage(3, 4))).toBe(4);
    expect(hoursOf(outage(1, 9), outage(2, 1))).toBe(5);
    expect(
      hoursOf(
        outage(3, 4),
        outage(5, 1, { resolvedAt: undefined }),
        outage(2, 1, { causedBy: 'external' }),
        outage(2, 1, { entityRef: 'y' }),
        outage(90, 1),
        outage(1, 25),
      ),
    ).toBe(4);
    expect(hoursOf(outage(2, 3, { entityRef: 'y', causedBy: 'x' }))).toBe(3);
    expect(hoursOf(outage(1, 25))).toBeUndefined();
  });

  it.each([
    ['leaves the window', [outage(80, 1)], 10],
    ['ends', [outage(1, 25)], 1 / 24],
  ])('change next when an incident %s', (_, incidents, days) => {
    const horizon = new Horizon(NOW);
    factsOf([], horizon, { incidents });
    expect(horizon.nextChangeAt).toBe(NOW + days * DAY);
  });

  it.each([
    ['finishes', [deployment(-2), deployment(-3)], 2],
    ['leaves the window', [deployment(80), deployment(10)], 10],
    ['is too old for its rate to count', [deployment(150)], 30],
    [
      'is reviewed',
      [deployment(1, { area: 'security', reviewedAt: daysAgo(-2) })],
      2,
    ],
    ['is due for review', [deployment(1, { area: 'security' })], 4],
  ])('change next when a deployment %s', (_, deployments, days) => {
    const horizon = new Horizon(NOW);
    factsOf(deployments, horizon);
    expect(horizon.nextChangeAt).toBe(NOW + days * DAY);
  });
});
