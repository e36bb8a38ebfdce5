import fc from 'fast-check';
import { quarterNamed, quarterOf } from '.';

/** Years 1970..9999. */
const instant = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });

describe('quarterOf', () => {
  it.each([
    ['2026-01-01T00:00:00.000Z', '2026-Q1'],
    ['2026-03-31T23:59:59.999Z', '2026-Q1'],
    ['2026-04-01T00:00:00.000Z', '2026-Q2'],
    ['2026-09-30T23:59:59.999Z', '2026-Q3'],
    ['2026-12-31T23:59:59.999Z', '2026-Q4'],
    ['2028-02-29T12:00:00.000Z', '2028-Q1'],
  ])('at %s is %s', (at, name) => {
    expect(quarterOf(Date.parse(at)).name).toBe(name);
  });

  it('holds the instant, and is the one of its name', () => {
    fc.assert(
      fc.property(instant, now => {
        const quarter = quarterOf(now);
        expect(quarter.from).toBeLessThanOrEqual(now);
        expect(now).toBeLessThan(quarter.to);
        expect(quarterNamed(quarter.name)).toEqual(quarter);
      }),
    );
  });

  it('begins where the one before ends', () => {
    fc.assert(
      fc.property(instant, now => {
        const quarter = quarterOf(now);
        expect(quarterOf(quarter.to).from).toBe(quarter.to);
        expect(quarterOf(quarter.from - 1).to).toBe(quarter.from);
      }),
    );
  });
});

describe('quarterNamed', () => {
  it.each([
    '',
    '2026',
    '2026-Q0',
    '2026-Q5',
    '2026-q1',
    '26-Q1',
    ' 2026-Q1',
    '2026-Q1\n',
  ])('knows no %j', name => {
    expect(quarterNamed(name)).toBeUndefined();
  });

  it('knows the first and the last instant of a quarter', () => {
    expect(quarterNamed('2026-Q4')).toEqual({
      name: '2026-Q4',
      from: Date.UTC(2026, 9, 1),
      to: Date.UTC(2027, 0, 1),
    });
  });
});
