import type { AccountabilityResult, Policy } from '../../model';
import {
  counts,
  explainPart,
  isMet,
  weightedFigure,
  type CheckVerdict,
  type FactContext,
  type Figure,
} from '../checks';

/** The highest accountability. */
const MAXIMUM = 1;

/** How rigorously outcomes are measured, 0..1. Model section 5. */
export interface AccountabilityStanding {
  readonly score: number;
  /** The points of the items, before the ceiling. */
  readonly figure: Figure;
  /** What the ceiling takes away, 0 or less. */
  readonly ceiling: number;
  readonly requiredMissing: boolean;
}

function isRequired({ check }: CheckVerdict): boolean {
  return check.definition.required ?? false;
}

/**
 * Nothing measured is 0.
 * @param verdicts - in ascending order of their check ids
 */
export function assessAccountability(
  verdicts: readonly CheckVerdict[],
  { accountability: { requiredCeiling } }: Policy,
): AccountabilityStanding {
  const figure = weightedFigure(verdicts, MAXIMUM);
  const uncapped = figure.value ?? 0;
  const requiredMissing = verdicts.some(
    verdict => isRequired(verdict) && counts(verdict) && !isMet(verdict),
  );
  const ceiling = requiredMissing ? Math.min(0, requiredCeiling - uncapped) : 0;
  return { score: uncapped + ceiling, figure, ceiling, requiredMissing };
}

/** Accountability with what each item adds to it and takes from it. */
export function explainAccountability(
  { score, figure, ceiling, requiredMissing }: AccountabilityStanding,
  verdicts: readonly CheckVerdict[],
  context: FactContext,
): AccountabilityResult {
  return {
    score,
    uncapped: figure.value ?? 0,
    ceiling,
    requiredMissing,
    items: verdicts.map(verdict => ({
      check: explainPart(verdict, figure, context),
      required: isRequired(verdict),
    })),
  };
}
