import { parseDuration } from './duration';

describe('parseDuration', () => {
  it.each([
    ['P1D', 86_400_000],
    ['P2W', 1_209_600_000],
    ['PT15M', 900_000],
    ['P1DT2H3M4S', 93_784_000],
    ['PT0S', 0],
  ])('%s', (text, expected) => expect(parseDuration(text)).toBe(expected));

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1D',
    'P-1D',
    'P1.5D',
    'P1W2D',
    'P99999999999999D',
  ])('refuses %p', text => expect(() => parseDuration(text)).toThrow());

  it.each(['P1M', 'P1Y', 'P1Y6M'])('says why %s is refused', text =>
    expect(() => parseDuration(text)).toThrow(/vary in length, write days/),
  );
});
