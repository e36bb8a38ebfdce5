import { parseEntityRef } from '@backstage/catalog-model';
import type { Notice } from '../notices/Notice';
import type { PolicyChangeNews } from '../PolicyAnnouncement';
import { CATEGORIES, type Category } from './categories';
import { LONGEST_TITLE, scopeOf } from './noticeParts';
import { instant, list } from './phrases';
import { plainText } from './plainText';

const LONGEST_NOTE = 500;
const LONGEST_NAMES = 300;
const CATEGORY: Category = 'policy-narrows';

/**
 * What an owner is told of a publication by which entities of theirs would lose a right, or that it was withdrawn.
 * One about the same version takes the place of the one before.
 *
 * @param losers - `entityRefs`: at least one
 * @internal
 */
export function policyNotices(
  news: PolicyChangeNews,
  { entityRefs, ownerRef }: { entityRefs: readonly string[]; ownerRef: string },
): Notice[] {
  const { severity, topic } = CATEGORIES[CATEGORY];
  const { kind, name } = news.document;
  const names = plainText(
    list(entityRefs.map(ref => parseEntityRef(ref).name)),
    LONGEST_NAMES,
  );
  const { length: count } = entityRefs;
  const services = count === 1 ? names : `${count} services`;
  const note = plainText(news.note, LONGEST_NOTE);
  const date = instant(news.effectiveFrom);
  const isWithdrawn = news.action === 'withdraw';
  const title = isWithdrawn
    ? `${services}: the announced change of ${kind} ${name} is withdrawn`
    : `${services} would lose a right by a change of ${kind} ${name}`;
  const what = isWithdrawn
    ? `Version ${news.number} of ${kind} ${name}, announced for ${date}, will not hold. It concerned ${names}.`
    : `Version ${news.number} of ${kind} ${name} holds from ${date}. If nothing is mended, these would lose a right when every grace has passed: ${names}.`;
  return [
    {
      announcementId: news.id,
      recipientRef: ownerRef,
      entityRef: entityRefs[0],
      summary: { name: names, category: CATEGORY, severity, isByPolicy: true },
      payload: {
        title: plainText(title, LONGEST_TITLE),
        description: `${what} The reason given: ${note}`,
        link: '/autonomy',
        severity,
        topic,
        scope: scopeOf(`policy version ${news.number}`, ownerRef),
      },
    },
  ];
}
