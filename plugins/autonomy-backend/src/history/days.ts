const DAY_MS = 86_400_000;

/**
 * The day of an instant, `YYYY-MM-DD` of UTC.
 *
 * @param instant - UTC milliseconds
 * @internal
 */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * An instant so many days earlier, in UTC milliseconds.
 *
 * @internal
 */
export function daysBefore(instant: number, days: number): number {
  return instant - days * DAY_MS;
}
