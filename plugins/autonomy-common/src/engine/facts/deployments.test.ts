import { daysAgo, NOW } from '../../__fixtures__/scenario';
import type { Consequence, Deployment } from '../../model';
import { deploymentFacts } from './deployments';

const consequences = new Map<string, Consequence>([
  ['deployment', 'medium'],
  ['security', 'high'],
]);

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

describe('deploymentFacts', () => {
  it('know no rate without a deployment', () => {
    expect(deploymentFacts([deployment(180)], consequences, NOW)).toEqual({
      recorded: false,
      count90d: 0,
      failed90d: 0,
      deploymentsPerWeek90d: 0,
    });
  });

  it('fall back to the last known failure rate', () => {
    const old = [deployment(100, { status: 'failed' }), deployment(120)];
    expect(deploymentFacts(old, consequences, NOW)).toMatchObject({
      recorded: false,
      changeFailureRate90d: 1 / 3,
      highConsequenceReviewShare90d: 1,
    });
  });

  it('meet a limit of 15 % with 3 failures in 19', () => {
    const all = Array.from({ length: 19 }, (_, i) =>
      deployment(i + 1, i < 3 ? { status: 'rolled-back' } : {}),
    );
    const { changeFailureRate90d } = deploymentFacts(all, consequences, NOW);
    expect(changeFailureRate90d).toBe(0.15);
  });

  it('count a deployment that caused an incident as failed', () => {
    const caused = [deployment(1, { incidentId: 'inc-1' })];
    expect(deploymentFacts(caused, consequences, NOW).failed90d).toBe(1);
  });

  it('ask for reviews where the consequence is high', () => {
    const all = [
      deployment(1, { area: 'security', reviewedAt: daysAgo(0.5) }),
      deployment(2, { area: 'security' }),
      deployment(3),
    ];
    const facts = deploymentFacts(all, consequences, NOW);
    expect(facts.highConsequenceReviewShare90d).toBe(2 / 3);
  });

  it('take the median lead time', () => {
    const lead = (days: number, hours: number) =>
      deployment(days, { committedAt: daysAgo(days) - hours * 3_600_000 });
    const hoursOf = (...all: Deployment[]) =>
      deploymentFacts(all, consequences, NOW).leadTimeHours90d;
    expect(hoursOf(lead(1, 9), lead(2, 1), lead(3, 4))).toBe(4);
    expect(hoursOf(lead(1, 9), lead(2, 1))).toBe(5);
  });
});
