const DAY = 86_400_000;
const MINUTE = 60_000;
/** How far ahead something may be announced. */
const FURTHEST = 730 * DAY;

/** A date and time in UTC as the browser's field spells it, e.g. `2027-01-04T09:00`. */
export function utcText(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

/** UTC milliseconds; undefined for what is no date and time. */
export function utcInstant(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return undefined;
  const instant = Date.parse(`${text}Z`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Whether something can be announced for then. */
export function isAhead(instant: number | undefined, now: number) {
  return instant !== undefined && instant > now && instant <= now + FURTHEST;
}

/** A week ahead, at the full hour: time to prepare. */
export function nextWeek(now: number): string {
  const hour = 60 * MINUTE;
  return utcText(Math.ceil((now + 7 * DAY) / hour) * hour);
}
