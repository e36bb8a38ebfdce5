import type {
  Consequence,
  DecisionRight,
  Policy,
  RightMismatch,
  Tier,
} from '../../model';
import type { ActualRight } from './actual';

/** What a mismatch is weighed by. @public */
export interface MismatchWeighing {
  recommended: DecisionRight;
  consequence: Consequence;
  /** 0..1 */
  trust: number;
  tier: Tier;
}

/** What a team decides against what is recommended, and how urgent the difference is. Model section 8. @public */
export function mismatchOf(
  { actual, source }: ActualRight,
  { recommended, consequence, trust, tier }: MismatchWeighing,
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
