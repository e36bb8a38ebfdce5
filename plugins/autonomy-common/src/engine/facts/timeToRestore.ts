import { DAY } from '../duration';
import { isDebitedTo, isOpen, startOf } from '../incidents';
import { median } from '../math';
import type { Horizon } from '../time';
import type { Records } from './incidents';

const HOUR = DAY / 24;

/**
 * Median hours from the start to the end of incidents that the entity answers for, that began within
 * the window and have ended; undefined where there are none.
 */
export function medianTimeToRestore(
  { entityRef, incidents }: Pick<Records, 'entityRef' | 'incidents'>,
  window: number,
  horizon: Horizon,
): number | undefined {
  const { now } = horizon;
  const hours: number[] = [];
  for (const incident of incidents) {
    const { resolvedAt } = incident;
    const start = startOf(incident);
    const leavesAt = start + window;
    if (resolvedAt === undefined || now >= leavesAt) continue;
    if (!isDebitedTo(incident, entityRef)) continue;
    horizon.add(resolvedAt);
    horizon.add(leavesAt);
    if (isOpen(incident, now)) continue;
    hours.push(Math.max(0, resolvedAt - start) / HOUR);
  }
  return median(hours);
}
