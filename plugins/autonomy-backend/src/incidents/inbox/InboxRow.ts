import type { ClaimableRow } from '../../database';

/**
 * A delivery as it is stored.
 *
 * @internal
 */
export interface InboxRow extends ClaimableRow {
  /** `<source>/<delivery id>` */
  id: string;
  source: string;
  body: Buffer;
  body_hash: string;
  received_at: number;
  done_at: number | null;
  quarantined_at: number | null;
  reason: string | null;
}

/** @internal */
export const INBOX_TABLE = 'incident_inbox';
