import type {
  Consequence,
  DecisionRight,
  Policy,
  RightMismatch,
  Tier,
} from '../../model';
import type { Actual } from './actual';

/** What a mismatch is weighed by. */
export interface Weighing {
  recommended: DecisionRight;
  consequence: Consequence;
  /** 0..1 */
  trust: number;
  tier: Tier;
}

/** What the team decides today against what is recommended, and how urgent the difference is. */
export function mismatchOf(
  { actual, source }: Actual,
  { recommended, consequence, trust, tier }: Weighing,
  { mismatch: { surplus, deficit, tierFactor } }: Policy,
): RightMismatch {
  const difference = actual - recommended;
  let priority: number | undefined;
  if (difference > 0) {
    priority =
      (1 - trust) * surplus[consequence] * tierFactor[tier] * difference;
  } else if (difference < 0) {
    priority = deficit[consequence] * -difference;
  }
  return { actual, source, difference, priority };
}
