import { trendRows, type TrendSeries } from './trendRows';

const trust: TrendSeries = {
  id: 'trust',
  label: 'Trust',
  points: [
    { at: 0, value: 0.2 },
    { at: 100, value: 0.4 },
    { at: 200, value: undefined },
    { at: 300, value: 0.6 },
  ],
};
const level: TrendSeries = {
  id: 'level',
  label: 'Level',
  points: [
    { at: 50, value: 2 },
    { at: 250, value: 3 },
  ],
};

describe('trendRows', () => {
  it('holds the last value of each series until its next', () => {
    expect(trendRows([trust, level], true)).toEqual([
      { at: 0, values: { trust: 0.2, level: undefined } },
      { at: 50, values: { trust: 0.2, level: 2 } },
      { at: 100, values: { trust: 0.4, level: 2 } },
      { at: 200, values: { trust: undefined, level: 2 } },
      { at: 250, values: { trust: undefined, level: 3 } },
      { at: 300, values: { trust: 0.6, level: 3 } },
    ]);
  });

  it('connects values, but not over a gap nor beyond the last', () => {
    const rows = trendRows([trust, level], false);

    expect(rows.map(({ values }) => values.trust)).toEqual([
      0.2,
      expect.closeTo(0.3),
      0.4,
      undefined,
      undefined,
      0.6,
    ]);
    expect(rows.map(({ values }) => values.level)).toEqual([
      undefined,
      2,
      2.25,
      2.75,
      3,
      undefined,
    ]);
  });

  it('has rows for other instants too, and none for nothing', () => {
    expect(trendRows([level], true, [150])).toContainEqual({
      at: 150,
      values: { level: 2 },
    });
    expect(trendRows([{ ...level, points: [] }], true)).toEqual([]);
  });
});
