const INSTANT =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const DATE_LENGTH = 'YYYY-MM-DD'.length;
/** Up to this one every month has all its days. */
const LAST_CERTAIN_DAY = '28';

/** Whether the month has the day; one that it does not have would roll over into the next. */
function isDay(date: string): boolean {
  if (date.slice(-2) <= LAST_CERTAIN_DAY) return true;
  return new Date(date).getUTCDate() === Number(date.slice(-2));
}

/** UTC milliseconds of an ISO 8601 instant with a zone; undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  if (!INSTANT.test(text) || !isDay(text.slice(0, DATE_LENGTH))) {
    return undefined;
  }
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}
