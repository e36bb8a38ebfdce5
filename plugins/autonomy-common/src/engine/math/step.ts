import type { DecisionRight } from '../../model';

const STEPS = 5;
const TOLERANCE = 1e-9;

/** The right that a figure 0..1 allows: `min(5, 1 + floor(5x + 1e-9))`. Model section 5. */
export function step(x: number): DecisionRight {
  return Math.min(
    STEPS,
    1 + Math.floor(STEPS * x + TOLERANCE),
  ) as DecisionRight;
}

/** The figure at which a right starts. */
export function stepStart(right: DecisionRight): number {
  return (right - 1) / STEPS;
}

/** The smallest figure above which {@link step} gives a higher right; infinite for the highest. */
export function nextStepFrom(right: DecisionRight): number {
  return right === STEPS ? Infinity : (right - TOLERANCE) / STEPS;
}
