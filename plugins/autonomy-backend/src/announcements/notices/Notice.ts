import type {
  NotificationPayload,
  NotificationSeverity,
} from '@backstage/plugin-notifications-common';
import type { Category } from '../wording/categories';

/**
 * What one recipient is told of one announcement.
 *
 * @internal
 */
export interface Notice {
  /** Of the announcement. */
  announcementId: string;
  /** Ref of a group, or of a person who owns the entity. */
  recipientRef: string;
  entityRef: string;
  summary: NoticeSummary;
  payload: NotificationPayload;
}

/**
 * What is left of it where it is told together with many others.
 *
 * @internal
 */
export interface NoticeSummary {
  /** Of the entity, for people. */
  name: string;
  /** Of the main change. */
  category: Category;
  severity: NotificationSeverity;
  /** Whether it is the policy that changed and nothing else. */
  isByPolicy: boolean;
}
