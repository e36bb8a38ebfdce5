import {
  evaluate,
  SEVERITIES,
  type Consequence,
  type Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import fc from 'fast-check';
import { loadPolicy } from '../../scorecards';
import { foldMerged } from './foldMerged';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const REF = 'component:default/checkout';
const WHOLE = 'whole';

const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });
const days = (max: number) => maybe(fc.integer({ min: 0, max }));
const consequence = fc.constantFrom<Consequence>(
  'low',
  'medium',
  'high',
  'critical',
);

const part = fc
  .record({
    severity: fc.constantFrom(...SEVERITIES),
    areas: fc.constantFrom<string[]>([], ['budget'], ['budget', 'tooling']),
    class: fc.constantFrom<Incident['class']>('none', 'none', 'bypass'),
    age: fc.integer({ min: 0, max: 400 }),
    recordedAfter: fc.constantFrom(0, 0, -10, 5),
    openFor: days(40),
    reopenedAfter: days(40),
    reviewedAfter: days(40),
    closedAfter: fc.array(days(60), { maxLength: 2 }),
    noActionNeeded: fc.boolean(),
    consequences: fc.record({
      operations: consequence,
      budget: consequence,
      tooling: consequence,
    }),
  })
  .map((from): Omit<Incident, 'id' | 'title'> => {
    const startedAt = NOW - from.age * DAY;
    const after = (count: number | undefined) =>
      count === undefined ? undefined : Math.min(startedAt + count * DAY, NOW);
    return {
      source: 'pager',
      entityRef: REF,
      severity: from.severity,
      areas: from.areas,
      class: from.class,
      startedAt,
      recordedAt: after(from.recordedAfter)!,
      resolvedAt: after(from.openFor),
      reopenedAt: after(from.reopenedAfter),
      review:
        from.reviewedAfter === undefined
          ? undefined
          : {
              completedAt: after(from.reviewedAfter)!,
              noActionNeeded: from.noActionNeeded,
              actions: from.closedAfter.map(closed => ({
                title: 'Mend it',
                closedAt: after(closed),
              })),
            },
      consequences: from.consequences,
    };
  });

/** Parts of one incident in the order in which they arrive, it among them. */
const parts = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat())
  .map(([all, nth]) =>
    all.map((each, n): Incident => {
      const id = n === nth % all.length ? WHOLE : `part-${n}`;
      return {
        ...each,
        id,
        title: id,
        mergedInto: id === WHOLE ? undefined : WHOLE,
      };
    }),
  );

describe('merged incidents', () => {
  let trustOf: (incidents: readonly Incident[]) => {
    area: string;
    value: number;
    /** What it takes, by area; below zero. */
    amount: number;
  }[];
  beforeAll(async () => {
    const policy = await loadPolicy([]);
    trustOf = incidents => {
      const input = {
        entity: {
          entityRef: REF,
          kind: 'component',
          namespace: 'default',
          name: 'checkout',
          firstSeenAt: NOW - 500 * DAY,
          tier: { effective: 3 as const, dependents: 0, dependentDomains: 0 },
          metadata: {},
          spec: {},
        },
        facts: [],
        deployments: [],
        coverage: [
          {
            source: 'pager',
            entityRef: REF,
            from: NOW - 500 * DAY,
            lastHeardAt: NOW,
          },
        ],
        incidents: foldMerged(incidents, 'operations'),
      };
      return evaluate(input, policy, NOW).trust.map(
        ({ area, lines, value }) => ({
          area,
          value,
          amount: lines
            .filter(({ kind }) => kind === 'incident')
            .reduce((sum, line) => sum + line.amount, 0),
        }),
      );
    };
  });

  it('cost no less than the heaviest of them alone', () => {
    fc.assert(
      fc.property(parts, incidents => {
        const together = trustOf(incidents);
        for (const incident of incidents) {
          trustOf([{ ...incident, mergedInto: undefined }]).forEach(
            ({ amount }, n) =>
              expect(together[n].amount).toBeLessThanOrEqual(amount + 1e-9),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never raise trust when one more arrives, the whole included', () => {
    fc.assert(
      fc.property(parts, incidents => {
        let before = trustOf([]);
        incidents.forEach((_, n) => {
          const after = trustOf(incidents.slice(0, n + 1));
          after.forEach(({ area, value }, i) =>
            expect([area, value <= before[i].value + 1e-9]).toEqual([
              area,
              true,
            ]),
          );
          before = after;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are as heavy as a part of today, whatever was learnt from the whole', () => {
    const old: Incident = {
      id: WHOLE,
      source: 'pager',
      entityRef: REF,
      title: 'Small',
      severity: 'low',
      areas: [],
      class: 'none',
      startedAt: NOW - 200 * DAY,
      recordedAt: NOW - 200 * DAY,
      resolvedAt: NOW - 199 * DAY,
      review: { completedAt: NOW - 199 * DAY, actions: [] },
      consequences: { operations: 'high' },
    };
    const today: Incident = {
      ...old,
      id: '1',
      title: 'Bad',
      severity: 'critical',
      startedAt: NOW,
      recordedAt: NOW,
      resolvedAt: undefined,
      review: undefined,
      mergedInto: WHOLE,
    };
    expect(foldMerged([old, today], 'operations')).toEqual([
      expect.objectContaining({
        id: WHOLE,
        severity: 'critical',
        startedAt: NOW,
        recordedAt: NOW,
        resolvedAt: undefined,
        review: undefined,
      }),
    ]);
  });
});
