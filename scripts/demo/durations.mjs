const UNITS = {
  W: 604_800_000,
  D: 86_400_000,
  H: 3_600_000,
  M: 60_000,
  S: 1000,
};

const DURATION =
  /^([+-])?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A field that holds an instant: `startedAt`, `from`, `to`. */
const isInstantField = name =>
  /(^at|At)$/.test(name) || /^(from|to)$/.test(name);

/**
 * Milliseconds of an exact ISO 8601 duration such as `-P3DT4H`; months and
 * years have no exact length and are no durations here.
 */
export function parseDuration(text) {
  const match = DURATION.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, ...amounts] = match;
  const total = Object.values(UNITS).reduce(
    (sum, unit, index) => sum + unit * Number(amounts[index] ?? 0),
    0,
  );
  return sign === '-' ? -total : total;
}

/** The same value with every relative instant counted from the anchor. */
export function resolveInstants(value, anchor, name = '') {
  if (Array.isArray(value)) {
    return value.map(item => resolveInstants(item, anchor, name));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        resolveInstants(item, anchor, key),
      ]),
    );
  }
  if (typeof value === 'string' && isInstantField(name)) {
    const offset = parseDuration(value);
    if (offset !== undefined) {
      return new Date(anchor + offset).toISOString();
    }
  }
  return value;
}
