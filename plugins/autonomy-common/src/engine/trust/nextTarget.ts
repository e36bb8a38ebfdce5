import type { Consequence, Policy } from '../../model';
import { nextStepFrom, reachedFrom, reaches, step } from '../math';

/**
 * The smallest figure above an area's trust at which something discrete depends on it: the next
 * right, or what a level asks for. Infinite where nothing is left to reach.
 */
export function nextTarget(
  value: number,
  consequence: Consequence,
  { levels, trust }: Policy,
): number {
  const need = trust.need[consequence];
  let target = nextStepFrom(step(value / need)) * need;
  for (const { minTrust } of levels) {
    if (
      minTrust?.consequences.includes(consequence) &&
      !reaches(value, minTrust.value)
    ) {
      target = Math.min(target, reachedFrom(minTrust.value));
    }
  }
  return target;
}
