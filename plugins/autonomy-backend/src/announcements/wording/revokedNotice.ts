import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Notice } from '../notices/Notice';
import { CATEGORIES, type Category } from './categories';
import { linkOf, nameOf, scopeOf, LONGEST_TITLE } from './noticeParts';
import { plainText } from './plainText';

const LONGEST_SUBJECT = 100;
const LONGEST_REASON = 600;
const CATEGORY: Category = 'decision-revoked';

/**
 * What the owners are told of an exemption or a grant that the board ended before its time; nothing where nobody owns
 * the entity.
 *
 * @param revoked - `kind`: what it was; `subject`: the check or area, in words
 * @internal
 */
export function revokedNotice(
  revoked: {
    id: string;
    kind: 'exemption' | 'grant';
    subject: string;
    reason: string;
  },
  entity: EntitySnapshot,
): Notice[] {
  const { entityRef, ownerRef } = entity;
  if (ownerRef === undefined) {
    return [];
  }
  const { severity, topic } = CATEGORIES[CATEGORY];
  const name = nameOf(entity);
  const subject = plainText(revoked.subject, LONGEST_SUBJECT);
  const what =
    revoked.kind === 'exemption'
      ? `the exemption from “${subject}”`
      : `the grant in “${subject}”`;
  return [
    {
      announcementId: `${revoked.id} revoked`,
      recipientRef: ownerRef,
      entityRef,
      summary: { name, category: CATEGORY, severity, isByPolicy: false },
      payload: {
        title: plainText(`${name}: ${what} was revoked`, LONGEST_TITLE),
        description: `The board ended it. Its reason: ${plainText(
          revoked.reason,
          LONGEST_REASON,
        )}`,
        link: linkOf(entity),
        severity,
        topic,
        scope: scopeOf(`${revoked.kind} ${revoked.id}`, entityRef),
      },
    },
  ];
}
