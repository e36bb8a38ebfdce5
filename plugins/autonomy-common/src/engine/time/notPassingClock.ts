import type { NotPassingClock } from '../../model';
import type { Horizon } from './Horizon';

/**
 * Moves a clock to the horizon's instant: it runs while something does not pass, and clears once
 * that has passed for `recovery` milliseconds without a break. Model section 4.
 * @param startsAt - where a clock begins that did not run before
 */
export function nextClock(
  prior: NotPassingClock | undefined,
  passing: boolean,
  recovery: number,
  horizon: Horizon,
  startsAt: number = horizon.now,
): NotPassingClock | undefined {
  if (!passing) {
    if (prior && prior.recoveringSince === undefined) return prior;
    return { notPassingSince: prior?.notPassingSince ?? startsAt };
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
