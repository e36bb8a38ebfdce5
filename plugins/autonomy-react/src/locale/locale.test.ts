import { createFormatters } from './createFormatters';
import { pickLocale } from './pickLocale';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 12);

describe('pickLocale', () => {
  it("prefers the reader's own variant of the language of the texts", () => {
    expect(pickLocale('en', ['de-CH', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(pickLocale('de', ['de-CH', 'en'])).toBe('de-CH');
  });

  it('never mixes languages', () => {
    expect(pickLocale('en', ['de-CH'])).toBe('en');
  });
});

describe('createFormatters', () => {
  const format = createFormatters('en-GB');

  it('cuts shares and readiness, so that a miss never looks like a hit', () => {
    expect(format.share(0.7499)).toBe('0.74');
    expect(format.share(0.75)).toBe('0.75');
    expect(format.share(0.29)).toBe('0.29');
    expect(format.share(1)).toBe('1.00');
    expect(format.readiness(84.99)).toBe('84');
    expect(format.readiness(85)).toBe('85');
  });

  it('writes signs and a fixed number of digits in accounts', () => {
    expect(format.signed(0.25, 3)).toBe('+0.250');
    expect(format.signed(-0.5, 3)).toBe('-0.500');
    expect(format.fixed(0.39, 3)).toBe('0.390');
    expect(format.number(0.479452)).toBe('0.479');
  });

  it('says how long ago in the largest whole unit', () => {
    expect(format.relative(NOW - 20_000, NOW)).toBe('this minute');
    expect(format.relative(NOW - 2 * 60_000, NOW)).toBe('2 minutes ago');
    expect(format.relative(NOW - 5 * 3_600_000, NOW)).toBe('5 hours ago');
    expect(format.relative(NOW - 1.9 * DAY, NOW)).toBe('1 day ago');
    expect(format.relative(NOW - 3.9 * DAY, NOW)).toBe('3 days ago');
  });

  it('writes dates and durations as the locale does', () => {
    expect(format.date(NOW)).toBe('20 Nov 2026');
    expect(createFormatters('de').date(NOW)).toBe('20.11.2026');
    expect(format.month(NOW)).toBe('November 2026');
    expect(format.duration(90 * DAY)).toBe('90 days');
    expect(format.duration(DAY)).toBe('1 day');
    expect(format.duration(6 * 3_600_000)).toBe('6 hours');
    expect(format.duration(0)).toBe('0 days');
  });

  it('says how long until, counting the begun unit', () => {
    expect(format.until(NOW + 8.2 * DAY, NOW)).toBe('in 9 days');
    expect(format.until(NOW + 2 * DAY - 1, NOW)).toBe('in 2 days');
    expect(format.until(NOW + DAY, NOW)).toBe('in 24 hours');
    expect(format.until(NOW - DAY, NOW)).toBe('this minute');
    expect(format.remaining(NOW + 34 * DAY, NOW)).toBe('34 days');
    expect(format.remaining(NOW + 90_000, NOW)).toBe('2 minutes');
    expect(format.remaining(NOW, NOW)).toBe('');
    expect(createFormatters('de').until(NOW + 9 * DAY, NOW)).toBe('in 9 Tagen');
  });

  it('joins lists', () => {
    expect(format.all(['a', 'b', 'c'])).toBe('a, b and c');
    expect(format.any(['a', 'b'])).toBe('a or b');
  });

  it('writes German as Germans do', () => {
    const german = createFormatters('de');
    expect(german.share(0.7499)).toBe('0,74');
    expect(german.signed(0.25, 3)).toBe('+0,250');
    expect(german.relative(NOW - 1.9 * DAY, NOW)).toBe('vor 1 Tag');
    expect(german.relative(NOW, NOW)).toBe('in dieser Minute');
    expect(german.remaining(NOW + 34 * DAY, NOW)).toBe('34 Tage');
    expect(german.duration(DAY)).toBe('1 Tag');
    expect(german.all(['a', 'b', 'c'])).toBe('a, b und c');
    expect(german.any(['a', 'b'])).toBe('a oder b');
  });
});
