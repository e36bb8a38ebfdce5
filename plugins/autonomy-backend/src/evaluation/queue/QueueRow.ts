import type { ClaimableRow } from '../../database';

/**
 * When an entity is evaluated next.
 *
 * @internal
 */
export interface QueueRow extends ClaimableRow {
  entity_ref: string;
  /** Of its evidence; raised by every mark. */
  version: number | string;
  evaluated_version: number | string;
  /** UTC milliseconds; since when a mark waits. */
  asked_at: number | string | null;
  reason: string | null;
  quarantined_at: number | string | null;
}

/**
 * @internal
 */
export const QUEUE_TABLE = 'evaluation_queue';
