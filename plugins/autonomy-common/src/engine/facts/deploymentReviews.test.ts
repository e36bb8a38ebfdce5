import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, NOW, daysAgo } from '../../__fixtures__/time';
import type { Consequence, Deployment } from '../../model';
import { Horizon } from '../time';
import { deploymentReviewOf } from './deploymentReviews';
import { deploymentFacts } from './deployments';

const { policy } = defaultPolicy();
const consequences = new Map<string, Consequence>([
  ['deployment', 'medium'],
  ['security', 'high'],
  ['data', 'critical'],
]);
const within = policy.decisions.reviewWithin;

function deployment(rest: Partial<Deployment>): Deployment {
  return {
    id: '1',
    source: 'ci',
    entityRef: 'component:default/a',
    status: 'succeeded',
    area: 'security',
    finishedAt: daysAgo(2),
    recordedAt: daysAgo(2),
    ...rest,
  };
}

const review = (rest: Partial<Deployment>, now = NOW) =>
  deploymentReviewOf(deployment(rest), consequences, policy, now);

describe('deploymentReviewOf', () => {
  it.each([
    ['low', { area: 'deployment' }, { state: 'none-owed' }],
    ['an unknown area', { area: 'other' }, { state: 'none-owed' }],
    ['high', {}, { state: 'due', dueAt: daysAgo(2) + within }],
    ['higher', { area: 'data' }, { state: 'due', dueAt: daysAgo(2) + within }],
  ])('is owed by consequence: %s', (_, rest, expected) => {
    expect(review(rest)).toEqual(expected);
  });

  it('is overdue from the instant at which it is due', () => {
    const dueAt = daysAgo(2) + within;
    expect(review({}, dueAt - 1).state).toBe('due');
    expect(review({}, dueAt).state).toBe('overdue');
  });

  it.each([
    ['in time', { reviewedAt: daysAgo(1) }, 'done'],
    ['late', { finishedAt: daysAgo(90), reviewedAt: daysAgo(1) }, 'done'],
    ['although none was owed', { area: 'x', reviewedAt: NOW }, 'done'],
    ['only later', { reviewedAt: NOW + DAY }, 'due'],
  ])('is done %s', (_, rest, expected) => {
    expect(review(rest).state).toBe(expected);
  });

  it('is what the share counts', () => {
    const all = [1, 4.9, 5, 6, 30].flatMap(days =>
      [undefined, daysAgo(0.5), daysAgo(-1)].map(reviewedAt =>
        deployment({ finishedAt: daysAgo(days), reviewedAt }),
      ),
    );
    const count = (...states: string[]) =>
      all.filter(({ finishedAt, reviewedAt }) =>
        states.includes(review({ finishedAt, reviewedAt }).state),
      ).length;
    const facts = deploymentFacts(
      {
        entityRef: 'x',
        incidents: [],
        deployments: all,
        watch: { covered: true, heard: true },
      },
      { base: consequences, tightened: consequences },
      policy,
      new Horizon(NOW),
    );
    const done = count('done');
    expect(done).toBe(5);
    expect(facts.highConsequenceReviewShare).toBe(
      (1 + done) / (1 + done + count('overdue')),
    );
  });
});
