import { defaultPolicy } from '../__fixtures__/defaults';
import { DAY, daysAgo, NOW, REF } from '../__fixtures__/time';
import type { Coverage } from '../model';
import { coverageInstants, coveredTime, sourceStates } from './coverage';
import { Horizon } from './time';

const { facts } = defaultPolicy().policy;

function row(from: number, rest: Partial<Coverage> = {}): Coverage {
  return {
    source: 's',
    entityRef: REF,
    from: daysAgo(from),
    lastHeardAt: NOW,
    ...rest,
  };
}

describe('coverage', () => {
  it('lasts until now while its source is heard', () => {
    const lastHeardAt = daysAgo(7) + 1;
    expect(coveredTime([row(20, { lastHeardAt })], facts, NOW)).toEqual({
      intervals: [{ from: daysAgo(20), to: NOW }],
      watching: true,
      end: NOW,
    });
  });

  it('ends at the last heartbeat after seven days of silence', () => {
    const silent = row(20, { lastHeardAt: daysAgo(7) });
    expect(coveredTime([silent], facts, NOW)).toEqual({
      intervals: [{ from: daysAgo(20), to: daysAgo(7) }],
      watching: false,
      end: daysAgo(7),
    });
  });

  it('is the union of all sources', () => {
    const rows = [
      row(50, { to: daysAgo(40) }),
      row(10),
      row(60, { to: daysAgo(45) }),
    ];
    expect(coveredTime(rows, facts, NOW).intervals).toEqual([
      { from: daysAgo(60), to: daysAgo(40) },
      { from: daysAgo(10), to: NOW },
    ]);
  });

  it('begins at its very first instant', () => {
    expect(coveredTime([row(0)], facts, NOW)).toEqual({
      intervals: [],
      watching: true,
      end: NOW,
    });
    expect(coveredTime([row(0)], facts, NOW - 1).end).toBeUndefined();
  });

  it.each([
    ['starts', row(-3), NOW + 3 * DAY],
    ['ends', row(20, { to: daysAgo(-2) }), NOW + 2 * DAY],
    ['falls silent', row(20, { lastHeardAt: daysAgo(3) }), NOW + 4 * DAY],
  ])('says when it %s', (_, coverage, expected) => {
    const horizon = new Horizon(NOW);
    coverageInstants([coverage], facts, horizon);
    expect(horizon.nextChangeAt).toBe(expected);
  });

  it('shows the latest row of each source', () => {
    const rows = [
      row(10, { source: 'b' }),
      row(50, { source: 'a', to: daysAgo(40), lastHeardAt: daysAgo(40) }),
      row(90, { source: 'b', to: daysAgo(80) }),
    ];
    expect(sourceStates(rows, facts, NOW)).toMatchObject([
      { source: 'a', to: daysAgo(40), state: 'silent' },
      { source: 'b', from: daysAgo(10), state: 'heard' },
    ]);
  });
});
