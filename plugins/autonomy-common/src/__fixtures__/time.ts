export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 5, 1, 12);
export const REF = 'component:default/shop';

export function daysAgo(days: number): number {
  return NOW - days * DAY;
}
