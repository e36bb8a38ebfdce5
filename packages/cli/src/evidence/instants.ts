const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * @returns UTC milliseconds; undefined for anything but an ISO 8601 instant with zone
 * @internal
 */
export function readInstant(value: unknown): number | undefined {
  const [, day] = (typeof value === 'string' && INSTANT.exec(value)) || [];
  if (!day || !isDay(day)) {
    return undefined;
  }
  const instant = Date.parse(value as string);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Date.parse takes the 30th of February. */
function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
  );
}
