import { timingSafeEqual } from 'node:crypto';

/**
 * Whether two digests are the same, in a time that does not depend on where they differ.
 *
 * @public
 */
export function matchesDigest(found: Buffer, expected: Buffer): boolean {
  return found.length === expected.length && timingSafeEqual(found, expected);
}
