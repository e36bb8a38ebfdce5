import type { NotPassingClock } from '../../model';
import type { Horizon } from './Horizon';

/**
 * Moves a clock to the horizon's instant: it runs while something does not pass, and clears once
 * that has passed for `recovery` milliseconds without a break. Model section 4.
 * @param notBefore - no clock begins sooner, not even one that ran
 */
export function nextClock(
  prior: NotPassingClock | undefined,
  passing: boolean,
  recovery: number,
  horizon: Horizon,
  notBefore: number = -Infinity,
): NotPassingClock | undefined {
  if (!passing) {
    const since = Math.max(prior?.notPassingSince ?? horizon.now, notBefore);
    const unchanged =
      since === prior?.notPassingSince && prior.recoveringSince === undefined;
    return unchanged ? prior : { notPassingSince: since };
  }
  if (!prior) return undefined;
  const recoveringSince = prior.recoveringSince ?? horizon.now;
  const recoversAt = recoveringSince + recovery;
  if (horizon.now >= recoversAt) return undefined;
  horizon.add(recoversAt);
  return prior.recoveringSince === undefined
    ? { notPassingSince: prior.notPassingSince, recoveringSince }
    : prior;
}
