import type { EventCause } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { NotificationSeverity } from '@backstage/plugin-notifications-common';
import type { Category } from './categories';

/**
 * One change in words.
 *
 * @internal
 */
export interface Statement {
  category: Category;
  /** What it is about; a later statement about the same takes its place. */
  subject: string;
  causes: readonly EventCause[];
  /** Where it weighs more than its category. */
  severity?: NotificationSeverity;
  /** Goes on after the name of the entity. */
  title: string;
  /** What changed, why, and what it means. */
  text: string;
}
