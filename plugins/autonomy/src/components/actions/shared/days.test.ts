import {
  dayOf,
  daysAfter,
  isDayWithin,
  lastInstantOf,
  startOfDay,
} from './days';

const NOON = new Date(2026, 10, 20, 12).getTime();
const MIDNIGHT = new Date(2026, 10, 20).getTime();

describe('days', () => {
  it('are spelled as date fields do, and read back', () => {
    expect(dayOf(NOON)).toBe('2026-11-20');
    expect(startOfDay('2026-11-20')).toBe(MIDNIGHT);
    expect(daysAfter(NOON, 14)).toBe('2026-12-04');
  });

  it.each(['', '20.11.2026', '2026-11', 'x'])('are not %p', text => {
    expect(startOfDay(text)).toBeUndefined();
    expect(lastInstantOf(text, NOON)).toBeUndefined();
    expect(isDayWithin(text, '2026-11-01', '2026-11-30')).toBe(false);
  });

  it('end before the next begins, and never in the future', () => {
    expect(lastInstantOf('2026-11-19', NOON)).toBe(MIDNIGHT - 1);
    expect(lastInstantOf('2026-11-20', NOON)).toBe(NOON);
  });

  it('lie within bounds that count', () => {
    const within = (day: string) =>
      isDayWithin(day, '2026-11-01', '2026-11-30');
    expect(
      ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(within),
    ).toEqual([false, true, true, false]);
  });
});
