import type { DecisionRight } from '../../model';

const STEPS = 5;

/** The right that a figure 0..1 allows: `min(5, 1 + floor(5x + 1e-9))`. Model section 5. */
export function step(x: number): DecisionRight {
  return Math.min(STEPS, 1 + Math.floor(STEPS * x + 1e-9)) as DecisionRight;
}

/** The smallest figure for which {@link step} gives the right. */
export function stepStart(right: DecisionRight): number {
  return (right - 1) / STEPS;
}
