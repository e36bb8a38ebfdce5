import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Notice } from '../notices/Notice';
import { CATEGORIES, type Category } from './categories';
import { LONGEST_TITLE, linkOf, nameOf, scopeOf } from './noticeParts';
import { instant } from './phrases';
import { plainText } from './plainText';

const LONGEST_PLAN = 100;

/**
 * A plan in force as far as people are reminded of it. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface RemindedPlan {
  id: string;
  title: string;
  boardRef: string;
  reviewAt: number;
  endsAt: number;
  extendedTo?: number;
}

const CATEGORY_OF: Record<'end' | 'review', Category> = {
  end: 'plan-ending',
  review: 'plan-review-due',
};

/**
 * What the owners and the board are told of a plan that is to be looked at, or that ends soon.
 *
 * @internal
 */
export function planNotices(
  occasion: 'end' | 'review',
  plan: RemindedPlan,
  entity: EntitySnapshot,
): Notice[] {
  const { entityRef, ownerRef } = entity;
  const category = CATEGORY_OF[occasion];
  const { severity, topic } = CATEGORIES[category];
  const name = nameOf(entity);
  const title = plainText(plan.title, LONGEST_PLAN);
  const end = instant(plan.extendedTo ?? plan.endsAt);
  const recipients = new Set(
    [ownerRef, plan.boardRef].flatMap(ref => ref || []),
  );
  return [...recipients].sort().map(recipientRef => ({
    announcementId:
      occasion === 'end'
        ? `${plan.id} ends ${plan.extendedTo ?? plan.endsAt}`
        : `${plan.id} review`,
    recipientRef,
    entityRef,
    summary: { name, category, severity, isByPolicy: false },
    payload: {
      title: plainText(
        occasion === 'end'
          ? `${name}: the plan “${title}” ends ${end}`
          : `${name}: the plan “${title}” is to be reviewed`,
        LONGEST_TITLE,
      ),
      description:
        occasion === 'end'
          ? 'If its criteria are met then, it is completed. If not, it lapses unless the board lifts or extends it before.'
          : `Its review was set for ${instant(plan.reviewAt)}; it ends ${end}.`,
      link: linkOf(entity),
      severity,
      topic,
      scope: scopeOf(`plan ${plan.id}`, entityRef),
    },
  }));
}
