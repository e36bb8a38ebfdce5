import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Notice } from '../notices/Notice';
import { CATEGORIES, type Category } from './categories';
import { LONGEST_TITLE, nameOf, scopeOf } from './noticeParts';
import { instant } from './phrases';
import { plainText } from './plainText';

const LONGEST_REASON = 600;

/**
 * A trust audit as far as people are told of it.
 *
 * @internal
 */
export interface ToldAudit {
  id: string;
  boardRef: string;
  /** UTC milliseconds. */
  dueAt: number;
  reason?: string;
}

/**
 * What those are told who have something to do in a trust audit: both sides to rate, then the board to settle it. Never
 * what anybody said in it.
 *
 * @internal
 */
export function auditNotices(
  occasion: 'opened' | 'rated',
  audit: ToldAudit,
  entity: EntitySnapshot,
): Notice[] {
  const { boardRef, dueAt, id } = audit;
  const { entityRef, ownerRef } = entity;
  const category: Category = `audit-${occasion}`;
  const { severity, topic } = CATEGORIES[category];
  const name = nameOf(entity);
  const isOpened = occasion === 'opened';
  const reason = plainText(audit.reason ?? '', LONGEST_REASON);
  const recipients = new Set([
    ...(isOpened && ownerRef !== undefined ? [ownerRef] : []),
    boardRef,
  ]);
  return [...recipients].sort().map(recipientRef => ({
    announcementId: `${id} ${occasion}`,
    recipientRef,
    entityRef,
    summary: { name, category, severity, isByPolicy: false },
    payload: {
      title: plainText(
        isOpened
          ? `${name}: a trust audit is to be rated`
          : `${name}: a trust audit is to be settled`,
        LONGEST_TITLE,
      ),
      description: isOpened
        ? `${
            reason && `The reason given: ${reason} `
          }Team and board rate every area without seeing the other first, by ${instant(
            dueAt,
          )}.`
        : `Both sides have rated. What they agree on is to be recorded by ${instant(
            dueAt,
          )}.`,
      link: `/autonomy/audits/${encodeURIComponent(id)}`,
      severity,
      topic,
      scope: scopeOf(`audit ${id}`, entityRef),
    },
  }));
}
