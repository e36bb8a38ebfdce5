import type { Incident, TrustLine, TrustPolicy } from '../../model';
import { atLeastAsSevere } from '../consequences';
import { startOf } from '../incidents';
import { clip, timeWithout, type Interval } from '../math';

/**
 * Trust that reliable time has earned, as the first two lines of the account. Model section 7.
 * @param covered - disjoint and ascending
 */
export function earnedLines(
  covered: readonly Interval[],
  incidents: readonly Incident[],
  trust: TrustPolicy,
  asOf: number,
): TrustLine[] {
  const inWindow = clip(covered, { from: asOf - trust.window, to: asOf });
  const unreliable = incidents
    .filter(({ severity }) => atLeastAsSevere(severity, trust.unreliableFrom))
    .map(incident => ({
      from: startOf(incident) - trust.unreliableBefore,
      to: startOf(incident),
    }));
  const months = timeWithout(inWindow, unreliable) / trust.month;
  const earned = 1 - (1 - trust.start) * 2 ** (-months / trust.halfLifeMonths);
  return [
    { kind: 'start', amount: trust.start },
    {
      kind: 'reliable-time',
      amount: earned - trust.start,
      months,
      ...(inWindow.length > 0 && { since: inWindow[0].from }),
    },
  ];
}
