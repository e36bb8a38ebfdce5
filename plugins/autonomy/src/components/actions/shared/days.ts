/** The day of an instant where the reader is, as date fields spell it. */
export function dayOf(instant: number): string {
  const date = new Date(instant);
  const digits = (value: number, length: number) =>
    String(value).padStart(length, '0');
  return [
    digits(date.getFullYear(), 4),
    digits(date.getMonth() + 1, 2),
    digits(date.getDate(), 2),
  ].join('-');
}

/** When a day begins where the reader is, in UTC milliseconds; undefined for what is no day. */
export function startOfDay(day: string): number | undefined {
  const [year, month, date] = /^(\d{4,6})-(\d\d)-(\d\d)$/.test(day)
    ? day.split('-').map(Number)
    : [];
  const instant = new Date(year, month - 1, date).getTime();
  return Number.isNaN(instant) ? undefined : instant;
}

/** The day so many days after another. */
export function daysAfter(instant: number, days: number): string {
  const date = new Date(instant);
  date.setDate(date.getDate() + days);
  return dayOf(date.getTime());
}

/** The last instant of a day that is not to come. */
export function lastInstantOf(day: string, now: number): number | undefined {
  const start = startOfDay(day);
  if (start === undefined) return undefined;
  const next = startOfDay(daysAfter(start, 1))!;
  return Math.min(next - 1, now);
}

/** Whether it is a day, and none before the first or after the last. */
export function isDayWithin(day: string, first: string, last: string) {
  const [at, from, to] = [day, first, last].map(startOfDay);
  return at !== undefined && at >= from! && at <= to!;
}
