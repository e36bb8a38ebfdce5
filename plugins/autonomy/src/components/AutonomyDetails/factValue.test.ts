import type { AutonomyFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { factValue } from './factValue';

const format = {
  number: (value: number) => `#${value}`,
  date: (instant: number) => new Date(instant).toISOString().slice(0, 10),
} as AutonomyFormatters;
const words = { yes: 'yes', no: 'no', empty: 'empty' };

describe('factValue', () => {
  it.each([
    [true, 'yes'],
    [false, 'no'],
    [0.18, '#0.18'],
    ['2026-11-20T10:00:00Z', '2026-11-20'],
    ['2026-11-20T10:00:00.000+02:00', '2026-11-20'],
    ['2026', '2026'],
    [['a', 1, true], 'a, #1, yes'],
    [[], 'empty'],
    ['', 'empty'],
    [{ a: 1 }, '{"a":1}'],
    ['x'.repeat(200), `${'x'.repeat(160)}…`],
  ])('writes %p as %p', (value, text) => {
    expect(factValue(value, format, words)).toBe(text);
  });
});
