const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function isDay(date: string): boolean {
  const day = Date.parse(date);
  // A day that its month does not have would roll over into the next.
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
}

/** UTC milliseconds of an ISO 8601 instant with a zone; undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  const [, date] = INSTANT.exec(text) ?? [];
  if (date === undefined || !isDay(date)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}
