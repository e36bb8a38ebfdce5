import { DAY, NOW } from '../../__fixtures__/time';
import type { NotPassingClock } from '../../model';
import { Horizon } from './Horizon';
import { nextClock } from './notPassingClock';

const RECOVERY = 3 * DAY;

/** The clock after each of some days, which pass (`+`) or do not (`-`). */
function clocks(days: string): (NotPassingClock | undefined)[] {
  const seen: (NotPassingClock | undefined)[] = [];
  [...days].forEach((day, i) => {
    const horizon = new Horizon(NOW + i * DAY);
    seen.push(nextClock(seen[i - 1], day === '+', RECOVERY, horizon));
  });
  return seen;
}

describe('nextClock', () => {
  it('does not run while everything passes', () => {
    expect(clocks('+++')).toEqual([undefined, undefined, undefined]);
  });

  it('starts at the first failure and keeps its start', () => {
    expect(clocks('+--').at(-1)).toEqual({ notPassingSince: NOW + DAY });
  });

  it('clears after passing for the recovery time', () => {
    expect(clocks('-++').at(-1)).toEqual({
      notPassingSince: NOW,
      recoveringSince: NOW + DAY,
    });
    expect(clocks('-++++').at(-1)).toBeUndefined();
  });

  it('begins to recover anew after a relapse, and keeps its start', () => {
    expect(clocks('-++-+').at(-1)).toEqual({
      notPassingSince: NOW,
      recoveringSince: NOW + 4 * DAY,
    });
  });

  it('starts no earlier than told', () => {
    const horizon = new Horizon(NOW);
    expect(nextClock(undefined, false, RECOVERY, horizon, NOW + DAY)).toEqual({
      notPassingSince: NOW + DAY,
    });
  });

  it('says when it will clear', () => {
    const horizon = new Horizon(NOW);
    nextClock({ notPassingSince: NOW - DAY }, true, RECOVERY, horizon);
    expect(horizon.nextChangeAt).toBe(NOW + RECOVERY);
  });
});
