import { createBoardDate } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { monthGroups } from './monthGroups';

const on = (year: number, month: number, day: number) =>
  createBoardDate({ at: new Date(year, month, day).getTime() });

describe('monthGroups', () => {
  it('keeps what is due in one month together, in its order', () => {
    const first = on(2026, 10, 1);
    const last = on(2026, 10, 30);
    const next = on(2026, 11, 1);
    const later = on(2027, 11, 1);

    expect(monthGroups([first, last, next, later])).toEqual([
      { month: first.at, items: [first, last] },
      { month: next.at, items: [next] },
      { month: later.at, items: [later] },
    ]);
    expect(monthGroups([])).toEqual([]);
  });
});
