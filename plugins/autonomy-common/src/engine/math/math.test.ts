import { clip, reaches, step, stepStart, timeWithout, union } from '.';

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
});

describe('reaches', () => {
  it('forgives rounding and nothing more', () => {
    expect(reaches(0.1 + 0.7, 0.8)).toBe(true);
    expect(reaches(0.8 - 1e-8, 0.8)).toBe(false);
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
    expect(timeWithout([at(0, 10), at(15, 20)], [])).toBe(15);
    expect(
      timeWithout([at(0, 10), at(15, 20)], [at(-5, 2), at(8, 16), at(9, 12)]),
    ).toBe(10);
  });
});
