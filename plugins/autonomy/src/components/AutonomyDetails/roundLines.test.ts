import { roundLines } from './roundLines';

describe('roundLines', () => {
  it('shows lines that add up to the rounded total', () => {
    const shown = roundLines([0.3333, 0.3333, 0.3333], 3);

    expect(shown).toEqual([0.333, 0.334, 0.333]);
    expect(shown.reduce((sum, line) => sum + line)).toBeCloseTo(1, 10);
  });

  it('adds up for any amounts', () => {
    for (let seed = 1; seed < 200; seed++) {
      const amounts = Array.from({ length: 12 }, (_, index) =>
        Math.sin(seed * (index + 1)),
      );
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      const shown = roundLines(amounts, 3).reduce((sum, line) => sum + line, 0);
      expect(shown).toBeCloseTo(Math.round(total * 1000) / 1000, 9);
    }
  });
});
