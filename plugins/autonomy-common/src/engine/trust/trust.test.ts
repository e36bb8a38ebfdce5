import { defaultPolicy } from '../../__fixtures__/defaults';
import {
  DAY,
  daysAgo,
  NOW,
  scenarioInput,
  type IncidentSketch,
  type Scenario,
} from '../../__fixtures__/scenario';
import type { Coverage, Severity } from '../../model';
import { consequencesFor } from '../consequences';
import type { PlanStanding } from '../plans';
import { Horizon } from '../time';
import { completedPlan } from './__testUtils__/records';
import { trustByArea } from './trust';

const { policy } = defaultPolicy();

function operations(
  scenario: Scenario,
  coverage?: Coverage[],
  plans: readonly PlanStanding[] = [],
) {
  const input = scenarioInput(scenario);
  const all = trustByArea({
    ...input,
    ...(coverage && { coverage }),
    plans,
    entityRef: input.entity.entityRef,
    firstSeenAt: input.entity.firstSeenAt,
    consequences: consequencesFor(3, policy),
    policy,
    horizon: new Horizon(NOW),
  });
  return all.find(({ result }) => result.area === 'operations')!.result;
}

function covered(from: number, to?: number, lastHeardAt = NOW): Coverage {
  return {
    source: 's',
    entityRef: 'x',
    from: daysAgo(from),
    ...(to !== undefined && { to: daysAgo(to) }),
    lastHeardAt,
  };
}

describe('reliable time', () => {
  const months = (...args: Parameters<typeof operations>) => {
    const [, line] = operations(...args).lines;
    return line.kind === 'reliable-time' ? line.months : undefined;
  };

  it('is the union of all coverage within the window', () => {
    expect(months({}, [covered(60, 30), covered(45)])).toBe(2);
    expect(months({}, [covered(900)])).toBeCloseTo(365 / 30, 9);
  });

  it('leaves out the 30 days up to each incident that is not low', () => {
    const incidents = [
      { severity: 'medium' as const, startedDaysAgo: 40 },
      { severity: 'high' as const, startedDaysAgo: 55 },
    ];
    expect(months({ coveredDays: 90, incidents })).toBeCloseTo(1.5, 9);
    expect(
      months({
        coveredDays: 90,
        incidents: [{ severity: 'low', startedDaysAgo: 40 }],
      }),
    ).toBe(3);
  });

  it('stands still from the last heartbeat of a silent source', () => {
    const result = operations({}, [covered(90, undefined, daysAgo(30))]);
    expect(result.asOf).toBe(daysAgo(30));
    expect(months({}, [covered(90, undefined, daysAgo(30))])).toBe(2);
  });
});

describe('an entity that nobody ever watched', () => {
  const seen = (firstSeenDaysAgo: number) => {
    const input = scenarioInput({ coveredDays: 0 });
    const horizon = new Horizon(NOW);
    const [{ result }] = trustByArea({
      ...input,
      plans: [],
      entityRef: input.entity.entityRef,
      firstSeenAt: daysAgo(firstSeenDaysAgo),
      consequences: consequencesFor(3, policy),
      policy,
      horizon,
    });
    return { asOf: result.asOf, next: horizon.nextChangeAt };
  };

  it('has the trust of its first sight, and before that of the moment', () => {
    expect(seen(5)).toMatchObject({ asOf: daysAgo(5) });
    expect(seen(-5)).toEqual({ asOf: NOW, next: daysAgo(-5) });
  });
});

describe('losses', () => {
  it('explain themselves', () => {
    const { lines } = operations({
      incidents: [
        { severity: 'medium', startedDaysAgo: 146, reviewedAfterDays: 5 },
        { severity: 'medium', startedDaysAgo: 219 },
      ],
    });
    expect(lines.slice(2)).toEqual([
      expect.objectContaining({ incidentId: 'inc-2', ordinal: 1 }),
      {
        kind: 'incident',
        amount: expect.closeTo(-0.08 * 1.15 * 0.6 * 0.75, 9),
        incidentId: 'inc-1',
        source: 'sample',
        title: 'Incident 1',
        severity: 'medium',
        consequence: 'medium',
        startedAt: daysAgo(146),
        loss: 0.08,
        ordinal: 2,
        repeatFactor: 1.15,
        ageFactor: 0.6,
        learningFactor: 0.75,
      },
    ]);
  });

  it('stop growing at the fifth repeat', () => {
    const { lines } = operations({
      incidents: Array.from({ length: 7 }, (_, i) => ({
        severity: 'medium' as const,
        startedDaysAgo: 10 + 3 * i,
      })),
    });
    const factors = lines.flatMap(line =>
      line.kind === 'incident' ? [line.repeatFactor] : [],
    );
    expect(factors).toEqual(
      [0, 1, 2, 3, 4, 4, 4].map(n => expect.closeTo(1.15 ** n, 9)),
    );
  });

  it('count at the consequence of their time', () => {
    const { lines } = operations({
      incidents: [
        {
          severity: 'high',
          startedDaysAgo: 10,
          consequences: { operations: 'critical' },
        },
      ],
    });
    expect(lines[2]).toMatchObject({ consequence: 'critical', loss: 0.75 });
  });

  it('count closed actions only while the incident stays closed', () => {
    const factor = (open: boolean) =>
      operations({
        incidents: [
          {
            severity: 'high',
            startedDaysAgo: 10,
            reviewedAfterDays: 5,
            actionsClosed: true,
            open,
          },
        ],
      }).lines[2];
    expect(factor(false)).toMatchObject({ learningFactor: 0.5 });
    expect(factor(true)).toMatchObject({ learningFactor: 0.75 });
  });

  it('give back what one day costs above the limit', () => {
    const { lines } = operations({
      incidents: [
        { severity: 'medium', startedDaysAgo: 50 },
        { severity: 'high', startedDaysAgo: 50.1 },
        { severity: 'low', startedDaysAgo: 50.2 },
        { severity: 'high', startedDaysAgo: 50.3 },
      ],
    });
    const limit = lines.find(({ kind }) => kind === 'same-day-limit')!;
    const amounts = lines.flatMap(line =>
      line.kind === 'incident' ? [line.amount] : [],
    );
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    expect(total + limit.amount).toBeCloseTo(1.5 * Math.min(...amounts), 9);
    expect(limit).toMatchObject({
      day: Math.floor(daysAgo(50) / DAY) * DAY,
    });
  });

  it('shrink with a plan that was completed, and more once it has held', () => {
    const factor = (
      sketch: Partial<IncidentSketch>,
      completedDaysAgo: number,
      more: IncidentSketch[] = [],
      coverage?: Coverage[],
    ) =>
      operations(
        {
          incidents: [
            { id: 'a', severity: 'high', startedDaysAgo: 200, ...sketch },
            ...more,
          ],
        },
        coverage,
        [completedPlan('sample/a', daysAgo(completedDaysAgo))],
      ).lines.find(line => line.kind === 'incident' && line.incidentId === 'a');
    const again = (severity: Severity, startedDaysAgo: number) => [
      { severity, startedDaysAgo },
    ];
    const reviewed = { reviewedAfterDays: 5 };

    expect(factor(reviewed, 89.9)).toMatchObject({ learningFactor: 0.5 });
    // What was completed counts with or without a review, or trust would leap once it has held.
    expect(factor({}, 89.9)).toMatchObject({ learningFactor: 0.5 });
    expect(factor({}, 90)).toMatchObject({ learningFactor: 0.25 });
    expect(factor(reviewed, 90)).toMatchObject({ learningFactor: 0.25 });
    expect(factor({ ...reviewed, open: true }, 90)).toMatchObject({
      learningFactor: 0.75,
    });
    expect(factor(reviewed, 100, again('medium', 50))).toMatchObject({
      learningFactor: 0.5,
    });
    expect(factor(reviewed, 150, again('medium', 50))).toMatchObject({
      learningFactor: 0.25,
    });
    expect(factor(reviewed, 100, again('low', 50))).toMatchObject({
      learningFactor: 0.25,
    });
    expect(factor(reviewed, 210)).toMatchObject({ learningFactor: 0.75 });
    // Nobody watched whether it held.
    expect(
      factor(reviewed, 100, [], [covered(300, 50, daysAgo(50))]),
    ).toMatchObject({ learningFactor: 0.5 });
  });

  it('are bounded by a line of their own', () => {
    const { value, lines } = operations({
      incidents: [
        { severity: 'critical', startedDaysAgo: 1 },
        { severity: 'critical', startedDaysAgo: 30 },
      ],
    });
    expect(value).toBe(0);
    expect(lines[lines.length - 1]).toMatchObject({ kind: 'bound' });
  });
});
