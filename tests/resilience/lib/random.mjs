/**
 * Numbers from 0 to below 1 by mulberry32: small and seeded, so that a failing run can be repeated.
 */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. */
export const oneOf = (random, list) => list[Math.floor(random() * list.length)];

/** A whole number from 0 to below `limit`. */
export const below = (random, limit) => Math.floor(random() * limit);
