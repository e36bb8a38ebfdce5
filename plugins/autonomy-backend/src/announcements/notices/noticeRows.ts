import type { ClaimableRow } from '../../database';
import type { Notice, NoticeSummary } from './Notice';

/** @internal */
export const NOTICES_TABLE = 'notices';
/** @internal */
export const RECIPIENTS_TABLE = 'notice_recipients';

/**
 * When a recipient is told next, and how much it was told lately.
 *
 * @internal
 */
export interface RecipientRow extends ClaimableRow {
  recipient_ref: string;
  reason: string | null;
  window_from: number | null;
  sent: number;
}

/**
 * A notice as far as a digest needs it.
 *
 * @internal
 */
export interface PendingNotice {
  announcementId: string;
  entityRef: string;
  createdAt: number;
  summary: NoticeSummary;
}

/** @internal */
export function toNoticeRow(notice: Notice, now: number) {
  return {
    recipient_ref: notice.recipientRef,
    announcement_id: notice.announcementId,
    entity_ref: notice.entityRef,
    created_at: now,
    summary: JSON.stringify(notice.summary),
    payload: JSON.stringify(notice.payload),
  };
}

/** @internal */
export function toPendingNotice(row: any): PendingNotice {
  return {
    announcementId: row.announcement_id,
    entityRef: row.entity_ref,
    createdAt: Number(row.created_at),
    summary: JSON.parse(row.summary),
  };
}
