const MAX_DEPTH = 8;
const MAX_BYTES = 32 * 1024;
/** Names that mean something to JavaScript objects. */
const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What keeps a value from being a document of facts.
 *
 * @internal
 */
export interface FactMistake {
  path: (string | number)[];
  expected: string;
}

/**
 * @returns undefined for an object of JSON values that is neither too deep nor too large
 * @internal
 */
export function findFactMistake(value: unknown): FactMistake | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { path: [], expected: 'an object of facts' };
  }
  // The depth goes first: it bounds the recursion of everything that follows.
  const mistake = walk(value, []);
  if (mistake) {
    return mistake;
  }
  return Buffer.byteLength(JSON.stringify(value)) > MAX_BYTES
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
  if (value === null || typeof value !== 'object') {
    return undefined;
  }
  if (path.length >= MAX_DEPTH) {
    return { path, expected: `facts nested at most ${MAX_DEPTH} deep` };
  }
  const entries: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, inner] of entries) {
    const innerPath = [...path, key];
    const mistake = REFUSED_KEYS.has(String(key))
      ? { path: innerPath, expected: 'another name' }
      : walk(inner, innerPath);
    if (mistake) {
      return mistake;
    }
  }
  return undefined;
}
