import { coverageInstants, coveredTime } from '../coverage';
import { clip } from '../math';
import type { TrustContext } from './TrustContext';
import type { TrustInput } from './TrustInput';

/**
 * Trust is computed as of the end of the last coverage, or the first sight of an entity that was
 * never covered: while nobody watches, nothing is earned and nothing forgiven.
 */
export function contextOf({
  coverage,
  firstSeenAt,
  plans,
  policy: { trust, facts },
  horizon,
}: TrustInput): TrustContext {
  coverageInstants(coverage, facts, horizon);
  const { intervals, watching, end } = coveredTime(
    coverage,
    facts,
    horizon.now,
  );
  const asOf = end ?? Math.min(horizon.now, firstSeenAt);
  if (end === undefined) horizon.add(firstSeenAt);
  return {
    trust,
    horizon,
    asOf,
    moving: watching,
    everCovered: end !== undefined,
    covered: clip(intervals, { from: asOf - trust.window, to: asOf }),
    completedPlans:
      plans.length === 0
        ? plans
        : plans.filter(({ state }) => state === 'completed'),
  };
}
