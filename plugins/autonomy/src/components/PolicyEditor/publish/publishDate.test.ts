import { isAhead, nextWeek, utcInstant, utcText } from './publishDate';

const NOW = Date.UTC(2026, 10, 20, 9, 30);

describe('the date of a publication', () => {
  it('is spelled and read in UTC', () => {
    expect(utcText(NOW)).toBe('2026-11-20T09:30');
    expect(utcInstant('2026-11-20T09:30')).toBe(NOW);
    expect(nextWeek(NOW)).toBe('2026-11-27T10:00');
  });

  it.each(['', '2026-11-20', '2026-13-01T00:00', 'x'])('is not %p', text => {
    expect(utcInstant(text)).toBeUndefined();
  });

  it('lies ahead, and not out of reach', () => {
    expect(isAhead(NOW, NOW)).toBe(false);
    expect(isAhead(NOW + 1, NOW)).toBe(true);
    expect(isAhead(Date.UTC(2029, 0), NOW)).toBe(false);
    expect(isAhead(undefined, NOW)).toBe(false);
  });
});
