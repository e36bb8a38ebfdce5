import type {
  AccountabilityItem,
  AccountabilityResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sumOfPoints, withPoints } from './createFigure';

/** What an open required item leaves at most. */
const CEILING = 0.39;

/** The accountability that items add up to, held down where a required one is open. @public */
export function createAccountability(
  items: AccountabilityItem[],
): AccountabilityResult {
  const checks = withPoints(
    items.map(({ check }) => check),
    1,
  );
  const uncapped = sumOfPoints(checks);
  const requiredMissing = items.some(
    ({ required, check }) => required && check.state !== 'pass',
  );
  const ceiling = requiredMissing ? Math.min(0, CEILING - uncapped) : 0;
  return {
    score: uncapped + ceiling,
    uncapped,
    ceiling,
    requiredMissing,
    items: items.map((item, index) => ({ ...item, check: checks[index] })),
  };
}
