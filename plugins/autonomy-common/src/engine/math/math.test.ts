import {
  clip,
  lengthOf,
  nextStepFrom,
  reachedFrom,
  reaches,
  step,
  stepStart,
  union,
  without,
} from '.';

describe('step', () => {
  it.each([
    [0, 1],
    [0.199, 1],
    [0.2, 2],
    [0.2 - 1e-10, 2],
    [0.2 - 1e-9, 1],
    [0.39, 2],
    [0.4, 3],
    [0.6, 4],
    [0.1 + 0.2 + 0.3, 4],
    [0.8, 5],
    [1, 5],
    [4, 5],
  ])('%p gives %p', (x, right) => expect(step(x)).toBe(right));

  it('starts each right where it says', () => {
    for (const right of [1, 2, 3, 4, 5] as const) {
      expect(step(stepStart(right))).toBe(right);
    }
  });

  it('rises where it says', () => {
    for (const right of [1, 2, 3, 4] as const) {
      expect(step(nextStepFrom(right) + 1e-15)).toBe(right + 1);
      expect(step(nextStepFrom(right) - 1e-15)).toBe(right);
    }
    expect(nextStepFrom(5)).toBe(Infinity);
  });
});

describe('reaches', () => {
  it('forgives rounding and nothing more', () => {
    expect(reaches(0.1 + 0.7, 0.8)).toBe(true);
    expect(reaches(0.8 - 1e-8, 0.8)).toBe(false);
    expect(reaches(reachedFrom(0.8), 0.8)).toBe(true);
    expect(reaches(reachedFrom(0.8) - 1e-15, 0.8)).toBe(false);
  });
});

describe('intervals', () => {
  const at = (from: number, to: number) => ({ from, to });

  it('are joined where they touch or overlap, in any order', () => {
    expect(union([at(5, 7), at(0, 2), at(2, 3), at(6, 9), at(4, 4)])).toEqual([
      at(0, 3),
      at(5, 9),
    ]);
  });

  it('are clipped to bounds', () => {
    expect(clip([at(0, 5), at(6, 9), at(12, 15)], at(4, 8))).toEqual([
      at(4, 5),
      at(6, 8),
    ]);
  });

  it('leave out what others cover', () => {
    const covered = [at(0, 10), at(15, 20), at(30, 40)];
    expect(without(covered, [])).toEqual(covered);
    expect(
      without(covered, [at(-5, 2), at(8, 16), at(9, 18), at(32, 33)]),
    ).toEqual([at(2, 8), at(18, 20), at(30, 32), at(33, 40)]);
    expect(without(covered, [at(-1, 50)])).toEqual([]);
    expect(lengthOf(covered)).toBe(25);
  });
});
