import { createCheck } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { cutLines, cutPoints } from './cutLines';

const sum = (lines: number[]) => lines.reduce((all, line) => all + line, 0);

describe('cutLines', () => {
  it('shows lines that add up to the cut total', () => {
    const shown = cutLines([0.3333, 0.3333, 0.3333], 3);

    expect(shown).toEqual([0.333, 0.333, 0.333]);
    expect(cutLines([0.5, 0.24999], 2)).toEqual([0.5, 0.24]);
  });

  it('adds up for any amounts', () => {
    for (let seed = 1; seed < 200; seed++) {
      const amounts = Array.from({ length: 12 }, (_, index) =>
        Math.sin(seed * (index + 1)),
      );
      expect(sum(cutLines(amounts, 3))).toBeCloseTo(
        Math.floor(sum(amounts) * 1000) / 1000,
        9,
      );
    }
  });
});

describe('cutPoints', () => {
  const check = (id: string, points: number, lost: number) =>
    createCheck({ id, title: id, points, lost });

  it('adds up to the figure, and with what is lost to its maximum', () => {
    const checks = Array.from({ length: 7 }, (_, index) =>
      check(`c${index}`, index % 3 ? 100 / 7 : 50 / 7, index % 3 ? 0 : 50 / 7),
    );
    const account = cutPoints(checks, 1);
    const lines = checks.map(item => account.of(item)!);

    expect(sum(lines.map(({ points }) => points))).toBeCloseTo(78.5, 9);
    expect(account.total).toBeCloseTo(78.5, 9);
    expect(sum(lines.map(({ most }) => most))).toBeCloseTo(100, 9);
    const full = lines.filter((_, index) => index % 3);
    expect(full.every(({ points, most }) => points === most)).toBe(true);
  });

  it('takes the ceiling away', () => {
    const account = cutPoints([check('a', 0.7, 0.3)], 2, -0.31);

    expect(account.ceiling).toBeCloseTo(-0.31, 9);
    expect(account.total).toBeCloseTo(0.39, 9);
  });

  it('leaves out what does not take part', () => {
    const absent = createCheck({ id: 'b', title: 'B', state: 'announced' });

    expect(cutPoints([absent], 1).of(absent)).toBeUndefined();
  });
});
