import type { DailyFigures } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { figuresBefore } from './trendDays';

const NOW = Date.parse('2026-03-31T08:00:00Z');

const days = (...names: string[]) => ({
  days: names.map(day => ({ day } as DailyFigures)),
});

describe('figuresBefore', () => {
  it('takes the day 30 days ago, or the last one of the week before it', () => {
    expect(
      figuresBefore(days('2026-02-27', '2026-03-01', '2026-03-02'), NOW)?.day,
    ).toBe('2026-03-01');
    expect(figuresBefore(days('2026-02-24', '2026-03-20'), NOW)?.day).toBe(
      '2026-02-24',
    );
  });

  it('compares with nothing else', () => {
    expect(
      figuresBefore(days('2026-02-21', '2026-03-02'), NOW),
    ).toBeUndefined();
    expect(figuresBefore(undefined, NOW)).toBeUndefined();
  });
});
