import type {
  EntityFilter,
  EntityRecord,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { searchRows } from '../entities';

/** Keys that the suite derives; see {@link EntityFilter}. */
export const DOMAIN_KEY = 'autonomy.domain';
export const TIER_KEY = 'autonomy.tier';

/**
 * Whether an entity that is at hand meets a condition. The database gives the same answer through
 * `whereFilter`.
 *
 * @internal
 */
export function matchesFilter(
  record: EntityRecord,
  filter: EntityFilter,
): boolean {
  const key = filter.key.toLocaleLowerCase('en-US');
  const found = valuesOf(record, key);
  if (!filter.values) {
    return found.length > 0;
  }
  const wanted = new Set(
    filter.values.map(value => value.toLocaleLowerCase('en-US')),
  );
  return found.some(value => value !== undefined && wanted.has(value));
}

function valuesOf(record: EntityRecord, key: string): (string | undefined)[] {
  switch (key) {
    case DOMAIN_KEY:
      return record.domainRef ? [record.domainRef] : [];
    case TIER_KEY:
      return [String(record.tier)];
    default:
      return searchRows(record)
        .filter(row => row.key === key)
        .map(row => row.value);
  }
}
