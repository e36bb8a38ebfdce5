import {
  NEED_KINDS,
  type Need,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sortBy } from 'lodash';

/**
 * The most urgent first: what is overdue or in effect, then what ends, by when it does, then the rest.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function byUrgency(needs: readonly Need[], now: number): Need[] {
  const rankOf = ({ dueAt, kind }: Need) => {
    if (kind === 'guardrail-breached' || (dueAt ?? Infinity) <= now) {
      return 0;
    }
    return dueAt === undefined ? 2 : 1;
  };
  return sortBy(needs, [
    rankOf,
    ({ dueAt }) => dueAt ?? Infinity,
    ({ kind }) => NEED_KINDS.indexOf(kind),
    ({ entity }) => entity.entityRef,
    ({ subject }) => subject ?? '',
  ]);
}
