import type { FieldPath } from '../DocumentLines';

/**
 * The path that a message names as `spec.checks[3].weight`; a key that has dots in it reads as several.
 * @public
 */
export function fieldPath(field: string): FieldPath {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) =>
    index === undefined ? key : Number(index),
  );
}
