import { createHash } from 'node:crypto';

/**
 * An entry as it is hashed. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface HashedEntry {
  chain: string;
  /** From 1. */
  sequence: number;
  at: number;
  actorRef: string;
  action: string;
  entityRef?: string;
  /** JSON, as it is stored. */
  details: string;
  previousHash: string;
}

/** What the first entry of a chain follows. @internal */
export const NO_HASH = '0'.repeat(64);

/**
 * SHA-256 of an entry and so of all before it, in hexadecimal. Lengths are no matter, because JSON marks where each
 * value ends.
 *
 * @internal
 */
export function hashOf(entry: HashedEntry): string {
  const text = JSON.stringify([
    entry.chain,
    entry.sequence,
    entry.at,
    entry.actorRef,
    entry.action,
    entry.entityRef ?? null,
    entry.details,
    entry.previousHash,
  ]);
  return createHash('sha256').update(text).digest('hex');
}
