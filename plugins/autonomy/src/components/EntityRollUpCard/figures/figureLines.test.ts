import { averageLevel, cut, FIGURE_LINES } from './figureLines';

describe('figureLines', () => {
  it('averages levels over all entities, and says nothing without any', () => {
    expect(
      averageLevel({ entities: 4, levels: { 1: 1, 2: 1, 3: 0, 4: 2 } }),
    ).toBe(2.75);
    expect(
      averageLevel({ entities: 0, levels: { 1: 0, 2: 0, 3: 0, 4: 0 } }),
    ).toBeUndefined();
  });

  it('never shows more than there is', () => {
    expect(cut(2.99, 1)).toBe(2.9);
    expect(cut(0.1 + 0.2, 1)).toBe(0.3);
    expect(cut(61.999, 0)).toBe(61);
  });

  it('leads to those in surplus, the most urgent first', () => {
    expect(FIGURE_LINES.find(({ id }) => id === 'surplus')?.query).toEqual({
      mismatch: ['surplus'],
      orderBy: 'surplus',
      order: 'desc',
    });
  });
});
