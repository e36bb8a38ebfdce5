import type {
  AccountabilityItem,
  AccountabilityResult,
  Policy,
} from '../model';
import { counts, isMet, weightedScore } from './checks';

/** How rigorously outcomes are measured; nothing measured is 0. Model section 5. */
export function accountability(
  items: AccountabilityItem[],
  { accountability: { requiredCeiling } }: Policy,
): AccountabilityResult {
  const uncapped = weightedScore(items.map(({ check }) => check)) ?? 0;
  const requiredMissing = items.some(
    ({ check, required }) => required && counts(check) && !isMet(check),
  );
  return {
    score: requiredMissing ? Math.min(uncapped, requiredCeiling) : uncapped,
    uncapped,
    requiredMissing,
    items,
  };
}
