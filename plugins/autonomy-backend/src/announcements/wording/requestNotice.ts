import type {
  EntitySnapshot,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Notice } from '../notices/Notice';
import { CATEGORIES, type Category } from './categories';
import { linkOf, nameOf, scopeOf, LONGEST_TITLE } from './noticeParts';
import { instant } from './phrases';
import { plainText } from './plainText';

const LONGEST_CHECK = 100;
const LONGEST_REASON = 600;
const CATEGORY: Category = 'exemption-requested';

/**
 * What the board is told of a request for an exemption; nothing where nobody decides.
 *
 * @param check - in words
 * @internal
 */
export function requestNotice(
  request: Pick<RecordedExemption, 'checkId' | 'expiresAt' | 'id' | 'reason'>,
  entity: EntitySnapshot,
  check: string,
): Notice[] {
  const { boardRef, entityRef } = entity;
  if (boardRef === undefined) {
    return [];
  }
  const { severity, topic } = CATEGORIES[CATEGORY];
  const name = nameOf(entity);
  const title = plainText(check, LONGEST_CHECK);
  const reason = plainText(request.reason, LONGEST_REASON);
  return [
    {
      announcementId: request.id,
      recipientRef: boardRef,
      entityRef,
      summary: { name, category: CATEGORY, severity, isByPolicy: false },
      payload: {
        title: plainText(
          `${name}: an exemption from “${title}” is asked for`,
          LONGEST_TITLE,
        ),
        description: `The owners ask for an exemption until ${instant(
          request.expiresAt,
        )}. Their reason: ${reason} It has no effect before the board decides.`,
        link: linkOf(entity),
        severity,
        topic,
        scope: scopeOf(`exemption ${request.checkId}`, entityRef),
      },
    },
  ];
}
