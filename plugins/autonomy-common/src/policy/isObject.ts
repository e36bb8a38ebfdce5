import type { JsonObject } from '@backstage/types';

/** Whether a value has named fields: no list, and no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
