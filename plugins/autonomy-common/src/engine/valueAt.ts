import type { JsonValue } from '@backstage/types';

/**
 * The value below some keys; undefined where one of them is missing.
 * @param start - index of the first key that is below the root
 */
export function valueAt(
  root: JsonValue,
  keys: readonly string[],
  start = 0,
): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (let i = start; i < keys.length; i++) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined;
    }
    value = Object.hasOwn(value, keys[i]) ? value[keys[i]] : undefined;
  }
  return value;
}
