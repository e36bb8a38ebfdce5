import { defaultPolicy } from '../../__fixtures__/defaults';
import {
  DAY,
  daysAgo,
  incident,
  NOW,
  scenarioInput,
  type IncidentSketch,
} from '../../__fixtures__/scenario';
import type { Coverage, Deployment } from '../../model';
import { Horizon } from '../time';
import { watchOf } from './coverage';
import { incidentFacts, type Records } from './incidents';

const { policy } = defaultPolicy();

function coverage(rest: Partial<Coverage> = {}): Coverage {
  return {
    source: 's',
    entityRef: 'x',
    from: daysAgo(90),
    lastHeardAt: NOW,
    ...rest,
  };
}

function rollback(id: string, days: number, incidentId?: string): Deployment {
  return {
    id,
    source: 's',
    entityRef: 'x',
    status: 'rolled-back',
    area: 'deployment',
    finishedAt: daysAgo(days),
    recordedAt: daysAgo(days),
    incidentId,
  };
}

function factsOf(
  {
    coverage: rows = [coverage()],
    ...records
  }: Partial<Records> & { coverage?: readonly Coverage[] },
  horizon = new Horizon(NOW),
) {
  const { entity } = scenarioInput();
  return incidentFacts(
    {
      entityRef: entity.entityRef,
      incidents: [],
      deployments: [],
      watch: watchOf(rows, policy.facts, horizon),
      ...records,
    },
    policy,
    horizon,
  );
}

describe('incidentFacts', () => {
  it('say nothing about incidents where no source watches', () => {
    const incidents = [incident({ severity: 'low', startedDaysAgo: 1 })];
    expect(factsOf({ incidents, coverage: [] })).toEqual({
      covered: false,
      sourceHeard: false,
    });
  });

  it.each([
    ['an open row until its source is silent', { lastHeardAt: daysAgo(6.9) }],
    ['a row that ends later', { to: daysAgo(-1) }],
    ['a row that begins now', { from: NOW }],
  ])('are covered by %s', (_, row) => {
    expect(factsOf({ coverage: [coverage(row)] })).toMatchObject({
      covered: true,
      sourceHeard: true,
      openCritical: 0,
    });
  });

  it.each([
    ['an open row from the silence on', { lastHeardAt: daysAgo(7) }],
    ['a row at its end', { to: NOW }],
    ['a row that begins later', { from: NOW + 1 }],
  ])('are not covered by %s', (_, row) => {
    expect(factsOf({ coverage: [coverage(row)] }).covered).toBe(false);
  });

  it('count open incidents and reviews', () => {
    const sketches: IncidentSketch[] = [
      { severity: 'critical', startedDaysAgo: 2, open: true },
      { severity: 'medium', startedDaysAgo: 50, reviewedAfterDays: 10 },
      { severity: 'high', startedDaysAgo: 60, reviewedAfterDays: 30 },
      { severity: 'high', startedDaysAgo: 95 },
      { severity: 'low', startedDaysAgo: 40 },
      { severity: 'medium', startedDaysAgo: 3 },
      { severity: 'medium', startedDaysAgo: 4, causedBy: 'external' },
    ];
    expect(factsOf({ incidents: sketches.map(incident) })).toMatchObject({
      open: 1,
      openCritical: 1,
      count: 5,
      reviewsDue: 3,
      reviewsInTime: 1,
      reviewShare: 0.5,
    });
  });

  it('expect an incident report for each rollback', () => {
    expect(
      factsOf({
        incidents: [incident({ severity: 'low', startedDaysAgo: 20.5 })],
        deployments: [
          rollback('explained', 20),
          rollback('linked', 30, 'inc-1'),
          rollback('unexplained', 40),
          rollback('fresh', 0.5),
        ],
      }).reportedShare,
    ).toBe(3 / 4);
  });

  const medium = { severity: 'medium' as const };
  it.each<[string, Parameters<typeof factsOf>[0], number]>([
    ['a source falls silent', {}, 7],
    ['a row ends', { coverage: [coverage({ to: daysAgo(-2) })] }, 2],
    ['a row begins', { coverage: [coverage({ from: daysAgo(-3) })] }, 3],
    [
      'an incident leaves the window of deployments',
      { incidents: [incident({ ...medium, startedDaysAgo: 89 })] },
      1,
    ],
    [
      'an incident leaves the window of trust',
      { incidents: [incident({ ...medium, startedDaysAgo: 361 })] },
      4,
    ],
    [
      'an incident ends',
      {
        incidents: [
          {
            ...incident({ ...medium, startedDaysAgo: 1 }),
            resolvedAt: daysAgo(-2),
          },
        ],
      },
      2,
    ],
    [
      'a review is due',
      {
        incidents: [incident({ ...medium, startedDaysAgo: 25, open: true })],
      },
      3,
    ],
    [
      'a review is done',
      {
        incidents: [
          incident({ ...medium, startedDaysAgo: 5, reviewedAfterDays: 7 }),
        ],
      },
      2,
    ],
    ['a rollback is unexplained', { deployments: [rollback('r', 0.5)] }, 0.5],
    [
      'a rollback leaves the window',
      { deployments: [rollback('r', 362, 'inc-1')] },
      3,
    ],
  ])('change next when %s', (_, records, days) => {
    const horizon = new Horizon(NOW);
    factsOf(records, horizon);
    expect((horizon.nextChangeAt! - NOW) / DAY).toBe(days);
  });
});
