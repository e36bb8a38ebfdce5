import { InputError } from '@backstage/errors';
import type { FieldPath } from '../../DocumentLines';

type Container = Record<string | number, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Some data with another value at a path. */
export function withValueAt(
  data: unknown,
  [key, ...rest]: FieldPath,
  value: unknown,
): unknown {
  if (key === undefined) return value;
  const inner = isContainer(data) ? data[key] : undefined;
  const changed = withValueAt(inner, rest, value);
  if (typeof key === 'number') {
    const list = Array.isArray(data) ? [...data] : [];
    if (key > list.length) {
      throw new InputError(
        `There is no place for an item ${key} (expected at most ${list.length})`,
      );
    }
    if (changed === undefined) list.splice(key, 1);
    else list[key] = changed;
    return list;
  }
  const { [key]: _former, ...others } = (isContainer(data) ? data : {}) as any;
  return changed === undefined ? others : { ...(data as any), [key]: changed };
}

/** What some data says at a path. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (isContainer(value) ? value[key] : undefined),
    data,
  );
}
