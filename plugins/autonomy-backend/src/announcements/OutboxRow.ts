import type { ClaimableRow } from '../database';

/**
 * An announcement that is not out yet.
 *
 * @internal
 */
export interface OutboxRow extends ClaimableRow {
  /** Of the announcement. */
  id: string;
  entity_ref: string;
  created_at: number;
  /** JSON */
  announcement: string;
  /** What was told already: keys, separated by blanks. */
  told: string;
  reason: string | null;
  quarantined_at: number | null;
}

/** @internal */
export const OUTBOX_TABLE = 'outbox';
