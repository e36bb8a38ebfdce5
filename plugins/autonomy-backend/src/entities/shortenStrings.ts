import type { JsonValue } from '@backstage/types';

/** Longer than anything that rules or facts compare; an API definition can have megabytes. */
const MAX_LENGTH = 1_000;

/**
 * A copy of a JSON value in which no string is longer than 1,000 characters. The catalog sets no limit
 * on the size of an entity; the index does.
 *
 * @internal
 */
export function shortenStrings<T extends JsonValue | undefined>(value: T): T {
  if (typeof value === 'string') {
    return value.slice(0, MAX_LENGTH) as T;
  }
  if (Array.isArray(value)) {
    return value.map(shortenStrings) as unknown as T;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, shortenStrings(inner)]),
    ) as T;
  }
  return value;
}
