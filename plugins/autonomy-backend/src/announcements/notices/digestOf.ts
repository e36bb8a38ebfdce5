import {
  notificationSeverities,
  type NotificationPayload,
} from '@backstage/plugin-notifications-common';
import { CATEGORIES, compareCategories, list, type Category } from '../wording';
import type { PendingNotice } from './noticeRows';

const NAMES_SHOWN = 3;

/**
 * Many notices as one: how many entities changed in which way, and the first few of them by name.
 *
 * @param notices - in order; at least one
 * @internal
 */
export function digestOf(
  notices: readonly PendingNotice[],
): NotificationPayload {
  const parts = byCategory(notices);
  const categories = [...parts.keys()].sort(compareCategories);
  const refs = new Set(notices.map(({ entityRef }) => entityRef));
  const all = `${refs.size} ${nounFor(refs)}`;
  const lines = categories.map(category => {
    const names = [...parts.get(category)!.values()];
    return `${CATEGORIES[category].label}: ${names.length} (${list(
      names,
      NAMES_SHOWN,
    )}).`;
  });
  const isByPolicy = notices.every(({ summary }) => summary.isByPolicy);
  return {
    title:
      categories.length === 1
        ? `${CATEGORIES[categories[0]].label}: ${all}`
        : `${all} changed`,
    description: [
      ...lines,
      ...(isByPolicy ? ['Cause: a new policy.'] : []),
    ].join(' '),
    link: '/autonomy',
    severity: notificationSeverities.find(severity =>
      notices.some(({ summary }) => summary.severity === severity),
    ),
    topic: 'digests',
    // The same when it is sent again, and another one when there is more.
    scope: `digest ${notices[0].createdAt}`,
  };
}

/** Names by entity ref, by category. */
function byCategory(
  notices: readonly PendingNotice[],
): Map<Category, Map<string, string>> {
  const parts = new Map<Category, Map<string, string>>();
  for (const { entityRef, summary } of notices) {
    const names = parts.get(summary.category) ?? new Map<string, string>();
    names.set(entityRef, summary.name);
    parts.set(summary.category, names);
  }
  return parts;
}

function nounFor(refs: ReadonlySet<string>): string {
  const [singular, plural] = [...refs].every(ref =>
    ref.startsWith('component:'),
  )
    ? ['service', 'services']
    : ['entity', 'entities'];
  return refs.size === 1 ? singular : plural;
}
