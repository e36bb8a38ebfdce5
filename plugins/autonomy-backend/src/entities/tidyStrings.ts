import type { JsonValue } from '@backstage/types';

/** Longer than anything that rules or facts compare; an API definition can have megabytes. */
const MAX_LENGTH = 1_000;

/**
 * A copy of a JSON value in which no string is longer than 1,000 characters or has a NUL character. The
 * catalog sets no limit on the size of an entity, and PostgreSQL stores no NUL; one odd entity must not
 * keep the others from being indexed.
 *
 * @internal
 */
export function tidyStrings<T extends JsonValue | undefined>(value: T): T {
  if (typeof value === 'string') {
    return tidy(value) as T;
  }
  if (Array.isArray(value)) {
    return value.map(tidyStrings) as unknown as T;
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        tidy(key),
        tidyStrings(inner),
      ]),
    ) as T;
  }
  return value;
}

function tidy(text: string): string {
  return text.slice(0, MAX_LENGTH).replaceAll('\0', '');
}
