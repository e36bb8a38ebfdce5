import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7: later ones sort after earlier ones.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function createTimedId(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomUUID().slice('xxxxxxxx-xxxx-4'.length);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;
}
