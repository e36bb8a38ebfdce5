import type { FactMistake } from './FactMistake';

const MAX_DEPTH = 8;
const MAX_BYTES = 32 * 1024;
/** Names that mean something to JavaScript objects. */
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const JSON_VALUE: FactMistake['expected'] = 'a JSON value';

/**
 * What keeps a value from being a document of facts: an object of JSON values that is neither too deep
 * nor too large. A field without a value is none.
 * @returns undefined where nothing does
 * @public
 */
export function findFactMistake(value: unknown): FactMistake | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { path: [], expected: 'an object of facts' };
  }
  // The depth goes first: it bounds the recursion of everything that follows.
  const mistake = walk(value, []);
  if (mistake) return mistake;
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes > MAX_BYTES
    ? { path: [], expected: `at most ${MAX_BYTES} bytes of JSON` }
    : undefined;
}

function walk(
  value: unknown,
  path: (string | number)[],
): FactMistake | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { path, expected: 'a finite number' };
  }
  if (
    value === null ||
    ['boolean', 'number', 'string'].includes(typeof value)
  ) {
    return undefined;
  }
  if (!isContainer(value)) return { path, expected: JSON_VALUE };
  if (path.length >= MAX_DEPTH) {
    return { path, expected: `facts nested at most ${MAX_DEPTH} deep` };
  }
  const entries: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value).filter(([, inner]) => inner !== undefined);
  for (const [key, inner] of entries) {
    const innerPath = [...path, key];
    const mistake = REFUSED_KEYS.has(String(key))
      ? { path: innerPath, expected: 'another name' }
      : walk(inner, innerPath);
    if (mistake) return mistake;
  }
  return undefined;
}

/** A list or a plain object, and no Date or Map. */
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  // Of any realm: the root of a chain of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
