import { latestQuarters, readPackQuery } from './packQuery';

describe('latestQuarters', () => {
  it('goes back two years, over the turns of years', () => {
    const names = latestQuarters(Date.UTC(2026, 1, 3));

    expect(names).toHaveLength(8);
    expect(names.slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
    expect(names[7]).toBe('2024-Q2');
  });
});

describe('readPackQuery', () => {
  it('takes no quarter for the present one', () => {
    expect(
      readPackQuery(new URLSearchParams('board=group:a&quarter=')),
    ).toEqual({
      board: 'group:a',
      quarter: undefined,
    });
  });
});
