import type { JsonValue } from '@backstage/types';

/** The value below some keys; undefined where one of them is missing. */
export function valueAt(
  root: JsonValue,
  keys: readonly string[],
): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined;
    }
    value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
