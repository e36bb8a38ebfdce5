import type { BoardDate } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What is due in one month, of the reader's calendar. */
export interface MonthGroup {
  /** Its first instant, in UTC milliseconds. */
  month: number;
  items: BoardDate[];
}

/** The items by month, in their order. */
export function monthGroups(items: BoardDate[]): MonthGroup[] {
  const groups: MonthGroup[] = [];
  for (const item of items) {
    const at = new Date(item.at);
    const month = new Date(at.getFullYear(), at.getMonth(), 1).getTime();
    const last = groups.at(-1);
    if (last?.month === month) {
      last.items.push(item);
    } else {
      groups.push({ month, items: [item] });
    }
  }
  return groups;
}
