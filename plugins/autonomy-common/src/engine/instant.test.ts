import { parseInstant } from './instant';

describe('parseInstant', () => {
  it.each([
    ['2026-06-01T12:00:00Z', Date.UTC(2026, 5, 1, 12)],
    ['2026-06-01T12:00:00.250Z', Date.UTC(2026, 5, 1, 12, 0, 0, 250)],
    ['2026-06-01T12:00+02:00', Date.UTC(2026, 5, 1, 10)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2026-01-31T00:00:00Z', Date.UTC(2026, 0, 31)],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-05-00T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-06-01T25:00:00Z',
    '2026-06-01T12:00:00',
    '2026-06-01',
    'last week',
    '',
  ])('does not read %j', text => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
