import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../isObject';

/** One object inside another, field by field. */
export function merged(base: JsonObject, over: JsonObject): JsonObject {
  const result: JsonObject = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const known = Object.hasOwn(result, key) ? result[key] : undefined;
    const both = isObject(known) && isObject(value);
    result[key] = both ? merged(known, value) : value;
  }
  return result;
}

function below(keys: readonly string[], value: JsonValue): JsonObject {
  const [key, ...rest] = keys;
  return { [key]: rest.length === 0 ? value : below(rest, value) };
}

/** `{ 'a.b': 1, a: { c: 2 } }` as `{ a: { b: 1, c: 2 } }`. */
export function nested(values: JsonObject): JsonObject {
  return Object.entries(values).reduce<JsonObject>((result, [key, value]) => {
    const inner = isObject(value) ? nested(value) : value ?? null;
    return merged(result, below(key.split('.'), inner));
  }, {});
}
