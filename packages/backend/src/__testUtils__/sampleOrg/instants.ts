import type { JsonValue } from '@backstage/types';

const DURATION = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Milliseconds of a duration such as `P30D` or `-PT5M`; undefined for other texts. */
export function milliseconds(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match) {
    return undefined;
  }
  const [days, hours, minutes] = match.slice(2).map(part => Number(part ?? 0));
  const total = ((days * 24 + hours) * 60 + minutes) * 60_000;
  return match[1] ? -total : total;
}

const isInstant = (name: string) => /At$|^from$|^to$/.test(name);

/** Turns each instant that is relative to now into an absolute one, at any depth. */
export function resolveInstants(
  value: JsonValue,
  toInstant: (offset: number) => string | number,
  name: string = '',
): JsonValue {
  if (Array.isArray(value)) {
    return value.map(item => resolveInstants(item, toInstant));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        resolveInstants(item!, toInstant, key),
      ]),
    );
  }
  const offset =
    typeof value === 'string' && isInstant(name)
      ? milliseconds(value)
      : undefined;
  return offset === undefined ? value : toInstant(offset);
}
