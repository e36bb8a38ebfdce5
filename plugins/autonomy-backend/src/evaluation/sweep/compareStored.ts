import { toInstant } from '../../database';
import type { QueueRow } from '../queue';
import type { PreparedResult } from '../results';

/** Columns that follow trust, which moves all the time without being due, or only the clock. */
const MOVING: ReadonlySet<string> = new Set([
  'surplus',
  'deficit',
  'evaluated_at',
  'version',
  'body_hash',
  'next_change_at',
  'history_key',
  'made_with',
]);

/**
 * What a look at one entity shows: `moved` is what may happen by itself, such as trust that grew.
 *
 * @internal
 */
export type Finding = 'same' | 'moved' | 'missed';

/**
 * Compares what an evaluation says with what is stored, of an entity that nothing is due for.
 *
 * @internal
 */
export function compareStored(
  { events, row }: PreparedResult,
  stored: Record<string, unknown> | undefined,
  queued: Pick<QueueRow, 'due_at'> | undefined,
): Finding {
  if (!stored || !queued || events.length > 0) {
    return 'missed';
  }
  if (stored.made_with !== row.made_with) {
    return 'moved';
  }
  const differs = Object.entries(row).some(
    ([column, value]) =>
      !MOVING.has(column) && plain(stored[column], value) !== value,
  );
  const dueAt = toInstant(queued.due_at) ?? Infinity;
  const isLate = (row.next_change_at ?? Infinity) < dueAt;
  if (differs || isLate) {
    return 'missed';
  }
  return stored.body_hash === row.body_hash ? 'same' : 'moved';
}

/** PostgreSQL gives a bigint as text, SQLite a boolean as a number. */
function plain(stored: unknown, like: unknown): unknown {
  if (stored === null || stored === undefined) {
    return null;
  }
  return typeof like === 'boolean'
    ? Boolean(stored)
    : (typeof like === 'number' && Number(stored)) || stored;
}
