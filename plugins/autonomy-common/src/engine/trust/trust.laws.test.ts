import fc from 'fast-check';
import type { Incident } from '../../model';
import {
  completedPlan,
  DAY,
  incident,
  NOW,
  policy,
  record,
  REF,
  trustAt,
  valuesAt,
  type TrustRecord,
} from './__testUtils__/records';

const RUNS = { numRuns: 1000 };
const { trust } = policy;
const TOUCHED_BY_DEFAULT = [trust.defaultArea];

function and(from: TrustRecord, more: Incident): TrustRecord {
  return { ...from, incidents: [...from.incidents, more] };
}

/** Areas whose trust is lower than before. */
function lower(after: Map<string, number>, before: Map<string, number>) {
  return [...after]
    .filter(([area, value]) => value < before.get(area)! - 1e-9)
    .map(([area]) => area);
}

describe('laws of trust', () => {
  it('1: one more incident never raises it', () => {
    fc.assert(
      fc.property(record, incident, (from, more) =>
        expect(lower(valuesAt(from), valuesAt(and(from, more)))).toEqual([]),
      ),
      RUNS,
    );
  });

  it('2: an incident in one area changes no other', () => {
    fc.assert(
      fc.property(record, incident, (from, more) => {
        const before = valuesAt(from);
        const after = valuesAt(and(from, more));
        const touched = more.areas.length > 0 ? more.areas : TOUCHED_BY_DEFAULT;
        for (const area of touched) {
          before.delete(area);
          after.delete(area);
        }
        expect(after).toEqual(before);
      }),
      RUNS,
    );
  });

  it('3: it never falls while sources watch and nothing is recorded', () => {
    // A source that falls silent takes back what was counted since it was last heard.
    const watched = record.map(from => {
      const lastHeardAt = NOW + 900 * DAY;
      const open = {
        source: 'z',
        entityRef: REF,
        from: NOW - DAY,
        lastHeardAt,
      };
      const rest = from.coverage.map(row => ({ ...row, lastHeardAt }));
      return { ...from, coverage: [...rest, open] };
    });
    const after = fc.integer({ min: 0, max: 450 * DAY });
    fc.assert(
      fc.property(watched, after, after, (from, a, b) =>
        expect(
          lower(
            valuesAt(from, NOW + Math.max(a, b)),
            valuesAt(from, NOW + Math.min(a, b)),
          ),
        ).toEqual([]),
      ),
      RUNS,
    );
  });

  it('4: each further good month adds no more than the one before', () => {
    const months = fc.integer({ min: 0, max: 150 * DAY });
    const earned = (covered: number) =>
      valuesAt({
        entityRef: REF,
        firstSeenAt: NOW,
        incidents: [],
        coverage: [
          {
            source: 's',
            entityRef: REF,
            from: NOW - covered,
            lastHeardAt: NOW,
          },
        ],
        plans: [],
        consequences: new Map(policy.areas.map(({ id }) => [id, 'low'])),
      }).get('operations')!;
    fc.assert(
      fc.property(months, months, (first, more) => {
        const [a, b, c] = [first, first + more, first + 2 * more].map(earned);
        expect(c - b).toBeLessThanOrEqual(b - a + 1e-12);
      }),
      RUNS,
    );
  });

  it('4: each next failure of a kind costs no less', () => {
    fc.assert(
      fc.property(record, from => {
        for (const { result } of trustAt(from, NOW).areas) {
          const cost = new Map<string, number>();
          for (const line of result.lines) {
            if (line.kind !== 'incident') continue;
            const kind = `${line.severity} ${line.consequence}`;
            const full = line.loss * line.repeatFactor;
            expect(full).toBeGreaterThanOrEqual(cost.get(kind) ?? line.loss);
            expect(-line.amount).toBeCloseTo(
              full * line.ageFactor * line.learningFactor,
              12,
            );
            cost.set(kind, full);
          }
        }
      }),
      RUNS,
    );
  });

  it('5: a review, closed actions or a completed plan never lower it', () => {
    const closedAfter = fc.integer({ min: 0, max: 100 * DAY });
    fc.assert(
      fc.property(record, incident, closedAfter, (from, more, after) => {
        const startedAt = Math.min(more.startedAt, more.recordedAt);
        const bare = { ...more, review: undefined };
        const reviewed = {
          ...more,
          review: { completedAt: startedAt + after, actions: [] },
        };
        const closed = {
          ...more,
          review: {
            completedAt: startedAt + after,
            actions: [{ title: 'Mend', closedAt: startedAt + after }],
          },
        };
        const planned = {
          ...from,
          plans: [
            ...from.plans,
            completedPlan('s/more', Math.min(NOW, startedAt + after)),
          ],
        };
        const steps = [
          valuesAt(and(from, bare)),
          valuesAt(and(from, reviewed)),
          valuesAt(and(from, closed)),
          valuesAt(and(planned, closed)),
        ];
        steps
          .slice(1)
          .forEach((next, i) => expect(lower(next, steps[i])).toEqual([]));
        expect(lower(valuesAt(and(planned, bare)), steps[0])).toEqual([]);
      }),
      RUNS,
    );
  });

  it('6: an incident older than the window changes nothing', () => {
    const age = fc.integer({ min: 0, max: 300 * DAY });
    fc.assert(
      fc.property(record, incident, age, (from, more, older) => {
        const [{ result }] = trustAt(from, NOW).areas;
        const startedAt = result.asOf - trust.window - older;
        const old: Incident = {
          ...more,
          class: 'none',
          startedAt,
          recordedAt: startedAt,
        };
        expect(valuesAt(and(from, old))).toEqual(valuesAt(from));
      }),
      RUNS,
    );
  });

  it('11: the order of the record changes nothing', () => {
    fc.assert(
      fc.property(record, from => {
        const turned = {
          ...from,
          incidents: [...from.incidents].reverse(),
          coverage: [...from.coverage].reverse(),
          plans: [...from.plans].reverse(),
        };
        expect(trustAt(turned, NOW)).toEqual(trustAt(from, NOW));
      }),
      RUNS,
    );
  });

  it('15: it is the sum of its lines, within 0..1', () => {
    fc.assert(
      fc.property(record, from => {
        for (const { result } of trustAt(from, NOW).areas) {
          let sum = 0;
          for (const { amount } of result.lines) sum += amount;
          expect(sum).toBe(result.value);
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });
});
