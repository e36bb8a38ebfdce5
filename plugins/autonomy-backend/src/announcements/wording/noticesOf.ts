import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  notificationSeverities,
  type NotificationPayload,
  type NotificationSeverity,
} from '@backstage/plugin-notifications-common';
import type { Announcement } from '../Announcement';
import type { Notice } from '../notices/Notice';
import { CATEGORIES, compareCategories, type Audience } from './categories';
import { netOf } from './netOf';
import { linkOf, LONGEST_TITLE, nameOf, scopeOf } from './noticeParts';
import { causeOf } from './phrases';
import { plainText } from './plainText';
import { PolicyWords } from './PolicyWords';
import type { Statement } from './Statement';
import { statementsOf } from './statementsOf';

const LONGEST_DESCRIPTION = 1_000;

/**
 * What owner and board are told of an announcement: one notice each, or none. Where one group is both, it is told
 * once.
 *
 * @internal
 */
export function noticesOf(
  announcement: Announcement,
  policy: CompiledPolicy,
): Notice[] {
  const { boardRef, domainRef, ownerRef } = announcement.entity;
  const events = netOf(announcement.events);
  const words = PolicyWords.create({ domainRef, policy });
  const statements = statementsOf(events, words, announcement.evaluatedAt);
  const recipients = new Set([ownerRef, boardRef].flatMap(ref => ref ?? []));
  return [...recipients].flatMap(recipientRef => {
    const isOf: Record<Audience, boolean> = {
      owner: recipientRef === ownerRef,
      board: recipientRef === boardRef,
    };
    const own = statements.filter(({ category }) =>
      CATEGORIES[category].audience.some(audience => isOf[audience]),
    );
    return own.length > 0 ? noticeOf(announcement, own, recipientRef) : [];
  });
}

function noticeOf(
  announcement: Announcement,
  statements: readonly Statement[],
  recipientRef: string,
): Notice {
  const { entity, id } = announcement;
  const name = nameOf(entity);
  const ordered = [...statements].sort(
    (a, b) =>
      weightOf(a) - weightOf(b) || compareCategories(a.category, b.category),
  );
  const [main] = ordered;
  const causes = new Set(ordered.flatMap(each => each.causes));
  return {
    announcementId: id,
    recipientRef,
    entityRef: entity.entityRef,
    summary: {
      name,
      category: main.category,
      severity: severityOf(main),
      isByPolicy: [...causes].every(cause => cause === 'policy'),
    },
    payload: payloadOf(announcement, name, ordered, causeOf(causes)),
  };
}

function payloadOf(
  { entity }: Announcement,
  name: string,
  statements: readonly Statement[],
  cause: string,
): NotificationPayload {
  const [main] = statements;
  const more = statements.length - 1;
  return {
    title: plainText(
      `${name}: ${main.title}${more > 0 ? `, and ${more} more` : ''}`,
      LONGEST_TITLE,
    ),
    description: `${plainText(
      statements.map(({ text }) => text).join(' '),
      LONGEST_DESCRIPTION,
    )} ${cause}`,
    link: linkOf(entity),
    severity: severityOf(main),
    topic: CATEGORIES[main.category].topic,
    scope: scopeOf(main.subject, entity.entityRef),
  };
}

function severityOf({ category, severity }: Statement): NotificationSeverity {
  return severity ?? CATEGORIES[category].severity;
}

/** The most severe first. */
function weightOf(statement: Statement): number {
  return notificationSeverities.indexOf(severityOf(statement));
}
