import { defaultPolicy } from '../../__fixtures__/defaults';
import {
  DAY,
  daysAgo,
  incident,
  NOW,
  scenarioInput,
  type Scenario,
} from '../../__fixtures__/scenario';
import { incidentFacts } from './incidents';

const { policy } = defaultPolicy();

function factsOf(scenario: Scenario) {
  const input = scenarioInput(scenario);
  return incidentFacts(
    { ...input, entityRef: input.entity.entityRef },
    policy,
    NOW,
  );
}

describe('incidentFacts', () => {
  it('say nothing about incidents where no source watches', () => {
    const { incidents } = scenarioInput({
      incidents: [{ severity: 'low', startedDaysAgo: 1 }],
    });
    expect(
      incidentFacts(
        { entityRef: 'x', incidents, deployments: [], coverage: [] },
        policy,
        NOW,
      ),
    ).toEqual({ covered: false, sourceHeard: false });
  });

  it('end with the silence of the source', () => {
    const records = (lastHeardAt: number) => ({
      entityRef: 'x',
      incidents: [],
      deployments: [],
      coverage: [
        { source: 's', entityRef: 'x', from: daysAgo(90), lastHeardAt },
      ],
    });
    expect(
      incidentFacts(records(NOW - 7 * DAY + 1), policy, NOW),
    ).toMatchObject({ covered: true, sourceHeard: true, openCritical: 0 });
    expect(incidentFacts(records(NOW - 7 * DAY), policy, NOW)).toEqual({
      covered: false,
      sourceHeard: false,
    });
  });

  it('count open incidents and reviews', () => {
    expect(
      factsOf({
        incidents: [
          { severity: 'critical', startedDaysAgo: 2, open: true },
          { severity: 'medium', startedDaysAgo: 50, reviewedAfterDays: 10 },
          { severity: 'high', startedDaysAgo: 60, reviewedAfterDays: 30 },
          { severity: 'high', startedDaysAgo: 95 },
          { severity: 'low', startedDaysAgo: 40 },
          { severity: 'medium', startedDaysAgo: 3 },
        ],
      }),
    ).toMatchObject({
      open: 1,
      openCritical: 1,
      count90d: 5,
      reviewsDue: 3,
      reviewsInTime: 1,
      reviewShare: 0.5,
    });
  });

  it('expect an incident report for each rollback', () => {
    const rollback = (id: string, days: number, incidentId?: string) => ({
      id,
      source: 's',
      entityRef: 'x',
      status: 'rolled-back' as const,
      area: 'deployment',
      finishedAt: daysAgo(days),
      recordedAt: daysAgo(days),
      incidentId,
    });
    const facts = incidentFacts(
      {
        entityRef: 'x',
        incidents: [incident({ severity: 'low', startedDaysAgo: 20.5 })],
        deployments: [
          rollback('explained', 20),
          rollback('linked', 30, 'inc-1'),
          rollback('unexplained', 40),
          rollback('fresh', 0.5),
        ],
        coverage: scenarioInput().coverage,
      },
      policy,
      NOW,
    );
    expect(facts.reportedShare).toBe(3 / 4);
  });
});
