import type { ActivityItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What was found out on one day, of the reader's calendar. */
export interface DayGroup {
  /** Its first instant, in UTC milliseconds. */
  day: number;
  items: ActivityItem[];
}

/** The items by day, in their order. */
export function dayGroups(items: ActivityItem[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const item of items) {
    const day = new Date(item.event.at).setHours(0, 0, 0, 0);
    const last = groups.at(-1);
    if (last?.day === day) {
      last.items.push(item);
    } else {
      groups.push({ day, items: [item] });
    }
  }
  return groups;
}
