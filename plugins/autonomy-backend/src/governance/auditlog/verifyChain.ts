import type {
  AuditLogHead,
  AuditLogVerification,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AuditLogQueries, StoredEntry } from './AuditLogQueries';
import { hashOf, NO_HASH } from './hashOf';

const PAGE = 500;

type Fault = NonNullable<AuditLogVerification['fault']>;

/**
 * Walks a chain from its beginning and computes every hash anew.
 *
 * @remarks
 *
 * Whoever can rewrite the whole chain can make it fit again: only a head that was kept elsewhere tells of that.
 *
 * @param request - `head`: what was the last entry at some time before
 * @internal
 */
export async function verifyChain(
  queries: AuditLogQueries,
  { chain, head: kept }: { chain: string; head?: AuditLogHead },
): Promise<AuditLogVerification> {
  let last: AuditLogHead = { sequence: 0, hash: NO_HASH };
  for (;;) {
    // Read before the entries: those that come meanwhile are on the next page, with a newer head.
    const head = await queries.headOf(chain);
    const entries = await queries.after(chain, last.sequence, PAGE);
    if (entries.length === 0) {
      const fault = faultAtEnd(last, head, kept);
      return fault
        ? broken(queries, chain, fault)
        : {
            chain,
            entries: last.sequence,
            intact: true,
            ...(last.sequence > 0 && { head: last }),
          };
    }
    for (const entry of entries) {
      const fault = faultOf(entry, last, kept);
      if (fault) {
        return broken(queries, chain, fault);
      }
      last = { sequence: entry.sequence, hash: entry.hash };
    }
  }
}

async function broken(
  queries: AuditLogQueries,
  chain: string,
  fault: Fault,
): Promise<AuditLogVerification> {
  return { chain, entries: await queries.count(chain), intact: false, fault };
}

function faultOf(
  entry: StoredEntry,
  last: AuditLogHead,
  kept: AuditLogHead | undefined,
): Fault | undefined {
  const { hash, previousHash, sequence } = entry;
  const expected = last.sequence + 1;
  if (sequence !== expected) {
    return {
      sequence: expected,
      reason: `The entry is missing; the next one is ${sequence}`,
    };
  }
  if (hashOf(entry) !== hash) {
    return {
      sequence,
      reason: 'The entry was changed: it does not have the hash it was given',
    };
  }
  if (previousHash !== last.hash) {
    return {
      sequence,
      reason: 'The entry does not follow the one before it',
    };
  }
  if (kept?.sequence === sequence && kept.hash !== hash) {
    return {
      sequence,
      reason:
        'The entry, or one before it, is not what it was when the head was kept',
    };
  }
  return undefined;
}

/** What the end of a chain, by itself without a fault, lacks or has too much. */
function faultAtEnd(
  last: AuditLogHead,
  head: AuditLogHead = { sequence: 0, hash: NO_HASH },
  kept: AuditLogHead | undefined,
): Fault | undefined {
  const known = Math.max(head.sequence, kept?.sequence ?? 0);
  if (known > last.sequence) {
    return {
      sequence: last.sequence + 1,
      reason: `The entry is missing; there were ${known}`,
    };
  }
  if (head.sequence < last.sequence) {
    return {
      sequence: head.sequence + 1,
      reason: 'The entry was added beside the chain, whose last one is before',
    };
  }
  if (head.hash !== last.hash) {
    return {
      sequence: last.sequence,
      reason: 'The entry is not the one that was written last',
    };
  }
  return undefined;
}
