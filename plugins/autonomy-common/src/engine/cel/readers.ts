import type { JsonObject, JsonValue } from '@backstage/types';
import { valueAt } from '../valueAt';
import type { Run } from './Term';

/** Whether plain access to the key could find something that is no fact, such as the length of a text. */
function isInherited(key: string): boolean {
  return (
    /^\d/.test(key) ||
    [Object, Array, String, Number, Boolean].some(type => key in type.prototype)
  );
}

type Container = Record<string, JsonObject | undefined> | undefined;

/** Reads what is below some keys. A null says as little as no value. */
function readerOf(
  keys: readonly string[],
): (root: JsonObject) => JsonValue | undefined {
  if (keys.some(isInherited)) return root => valueAt(root, keys) ?? undefined;
  const [first, second, third] = keys;
  switch (keys.length) {
    case 1:
      return root => root[first] ?? undefined;
    case 2:
      return root => (root as Container)?.[first]?.[second] ?? undefined;
    case 3:
      return root =>
        (root as Record<string, Container>)[first]?.[second]?.[third] ??
        undefined;
    default:
      return root => valueAt(root, keys) ?? undefined;
  }
}

/** Reads a fact. */
export function readFact(segments: readonly string[]): Run {
  return readerOf(segments);
}

/** Reads a field of the list item at hand. */
export function readItem(keys: readonly string[]): Run {
  if (keys.length === 0) return (_facts, _horizon, item) => item ?? undefined;
  return (_facts, _horizon, item) =>
    item === undefined ? undefined : valueAt(item, keys) ?? undefined;
}
