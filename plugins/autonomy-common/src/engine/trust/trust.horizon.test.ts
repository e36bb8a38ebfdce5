import fc from 'fast-check';
import { reaches, step } from '../math';
import {
  completedPlan,
  DAY,
  failure,
  NOW,
  policy,
  record,
  REF,
  service,
  trustAt,
  type TrustRecord,
} from './__testUtils__/records';

/** Everything discrete that hangs on trust. */
function discrete(
  { areas }: ReturnType<typeof trustAt>,
  { consequences }: TrustRecord,
) {
  return areas.map(({ result: { area, value, need }, bypasses }) => ({
    area,
    right: step(value / need),
    minima: policy.levels.map(
      ({ minTrust }) =>
        minTrust?.consequences.includes(consequences.get(area)!) &&
        reaches(value, minTrust.value),
    ),
    bypasses: bypasses.map(({ id }) => id),
  }));
}

/** Steps from change to change, as far as some days from now. */
function walk(from: TrustRecord, days: number) {
  const steps: { at: number; outcome: ReturnType<typeof discrete> }[] = [];
  for (let at: number | undefined = NOW; at! < NOW + days * DAY; ) {
    const trust = trustAt(from, at!);
    steps.push({ at: at!, outcome: discrete(trust, from) });
    if (trust.nextChangeAt === undefined) break;
    at = trust.nextChangeAt;
  }
  return steps;
}

describe('the next change of trust', () => {
  it('is never late (law 12)', () => {
    fc.assert(
      fc.property(
        record,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: 3,
          maxLength: 3,
        }),
        (from, fractions) => {
          const now = trustAt(from, NOW);
          const { nextChangeAt = NOW + 900 * DAY } = now;
          const last = nextChangeAt - 1;
          const between = fractions.map(fraction =>
            Math.round(NOW + fraction * (last - NOW)),
          );
          for (const at of [...between, last]) {
            expect(discrete(trustAt(from, at), from)).toEqual(
              discrete(now, from),
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is worth a look: few steps lead through a year', () => {
    const steps = walk(
      service({
        incidents: [
          failure('a', 10),
          failure('b', 9.9, { severity: 'high' }),
          failure('c', 2, { areas: ['operations', 'infrastructure'] }),
        ],
      }),
      365,
    );
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.length).toBeLessThan(60);
  });

  it('comes in bounded numbers for any record, whatever its gaps', () => {
    fc.assert(
      fc.property(record, from =>
        expect(walk(from, 800).length).toBeLessThan(200),
      ),
      { numRuns: 200 },
    );
  });

  it('is the very millisecond at which a right is earned', () => {
    const from = service({});
    const [first, second] = walk(from, 365);
    expect(second.outcome).not.toEqual(first.outcome);
    expect(discrete(trustAt(from, second.at - 1), from)).toEqual(first.outcome);
  });

  it('is none where nobody watches and nothing is to come', () => {
    const coverage = [
      {
        source: 's',
        entityRef: REF,
        from: NOW - 100 * DAY,
        to: NOW - 20 * DAY,
        lastHeardAt: NOW - 20 * DAY,
      },
    ];
    const incidents = [failure('a', 40)];
    expect(
      trustAt(service({ coverage, incidents }), NOW).nextChangeAt,
    ).toBeUndefined();
  });

  it.each<[string, Partial<TrustRecord>, number]>([
    [
      'a source falls silent',
      {
        coverage: [
          {
            source: 's',
            entityRef: REF,
            from: NOW - DAY,
            lastHeardAt: NOW - 6 * DAY,
          },
        ],
      },
      1,
    ],
    [
      'coverage starts',
      {
        coverage: [
          {
            source: 's',
            entityRef: REF,
            from: NOW + 2 * DAY,
            lastHeardAt: NOW,
          },
        ],
      },
      2,
    ],
    [
      'an incident leaves the window',
      { incidents: [failure('a', 364.5)] },
      0.5,
    ],
    [
      'a bypass ends',
      {
        incidents: [
          failure('a', 100, {
            class: 'bypass',
            classifiedAt: NOW - 89.5 * DAY,
          }),
        ],
      },
      0.5,
    ],
    [
      'a review is done',
      {
        incidents: [
          failure('a', 100, {
            review: { completedAt: NOW + DAY / 2, actions: [] },
          }),
        ],
      },
      0.5,
    ],
    [
      'it is open again',
      { incidents: [failure('a', 100, { reopenedAt: NOW + DAY / 2 })] },
      0.5,
    ],
    [
      'a completed plan has held',
      {
        incidents: [failure('a', 150)],
        plans: [completedPlan('s/a', NOW - 89.5 * DAY)],
      },
      0.5,
    ],
  ])('comes when %s', (_, rest, days) => {
    expect(trustAt(service(rest), NOW).nextChangeAt).toBe(NOW + days * DAY);
  });
});
