import type { Incident, TrustLine, TrustPolicy } from '../../model';
import { atLeastAsSevere } from '../consequences';
import { startOf } from '../incidents';
import { lengthOf, without, type Interval } from '../math';
import type { TrustContext } from './TrustContext';

/** Trust earned by some reliable months. Model section 7. */
export function earnedBy(
  months: number,
  { start, halfLifeMonths }: TrustPolicy,
): number {
  return 1 - (1 - start) * 2 ** (-months / halfLifeMonths);
}

/**
 * Covered time that counts: without the stretch up to each incident that was not small. The
 * covered time itself where there is none.
 * @param incidents - in order of their start
 */
export function reliableTime(
  incidents: readonly Incident[],
  { covered, trust }: TrustContext,
): readonly Interval[] {
  const unreliable: Interval[] = [];
  for (const incident of incidents) {
    if (!atLeastAsSevere(incident.severity, trust.unreliableFrom)) continue;
    const to = startOf(incident);
    unreliable.push({ from: to - trust.unreliableBefore, to });
  }
  return unreliable.length > 0 ? without(covered, unreliable) : covered;
}

/** What reliable time has earned, as the first two lines of the account. */
export function earnedLines(
  reliable: readonly Interval[],
  { covered, trust }: TrustContext,
): TrustLine[] {
  const months = lengthOf(reliable) / trust.month;
  return [
    { kind: 'start', amount: trust.start },
    {
      kind: 'reliable-time',
      amount: earnedBy(months, trust) - trust.start,
      months,
      since: covered[0]?.from,
    },
  ];
}
