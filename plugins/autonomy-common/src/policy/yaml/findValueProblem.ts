import type { FieldPath } from '../DocumentLines';
import { atMost, SHOWN_KEYS, TEXT_LIMITS } from './limits';

/** Why a document is not looked at, at a path. */
export interface ValueProblem {
  path: FieldPath;
  message: string;
}

/** A key of that name would change what an object is instead of setting a field of it. */
const UNSAFE_KEY = '__proto__';

/**
 * Finds what must not be in the values of a document, with aliases followed: a few of them can stand for more than
 * anybody could look through, or for something that holds itself.
 */
export function findValueProblem(data: unknown): ValueProblem | undefined {
  let values = 0;
  const visit = (value: unknown, path: FieldPath): ValueProblem | undefined => {
    if (++values > TEXT_LIMITS.values) {
      const limit = atMost(TEXT_LIMITS.values, 'more', 'values');
      const message = `the document holds too much, aliases followed (${limit})`;
      return { path: path.slice(0, SHOWN_KEYS), message };
    }
    if (typeof value !== 'object' || value === null) return undefined;
    if (path.length >= TEXT_LIMITS.depth) {
      const limit = atMost(TEXT_LIMITS.depth, 'more', 'levels');
      const message = `is nested too deeply, aliases followed (${limit})`;
      return { path: path.slice(0, SHOWN_KEYS), message };
    }
    for (const [key, child] of Object.entries(value)) {
      const own = [...path, Array.isArray(value) ? Number(key) : key];
      const found =
        key === UNSAFE_KEY
          ? { path: own, message: 'is not allowed as a field name' }
          : visit(child, own);
      if (found) return found;
    }
    return undefined;
  };
  return visit(data, []);
}
