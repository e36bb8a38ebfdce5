import type { CheckResult } from '../../model';
import { counts } from './states';
import type { CheckVerdict } from './CheckVerdict';
import { explainCheck } from './explainCheck';
import type { FactContext } from './FactContext';

/** A weighted figure over checks, each of which adds its points. */
export interface Figure {
  /** Sum of the points, in ascending order of the check ids; undefined when nothing counts. */
  readonly value: number | undefined;
  readonly maximum: number;
  /** `S_base(w) + S_overlay(w*(1-v))`: the weight that the maximum is shared out by. */
  readonly divisor: number;
}

/** A check of an overlay earns nothing, so that adding easy checks never lifts a figure. */
function pointsOf(
  { check, score }: CheckVerdict,
  maximum: number,
  divisor: number,
): number {
  if (check.overlay !== undefined) return 0;
  return (maximum * check.definition.weight * score) / divisor;
}

/** What a check takes part in the sharing out with. */
function shareOf({ check, score }: CheckVerdict): number {
  const { weight } = check.definition;
  return check.overlay === undefined ? weight : weight * (1 - score);
}

const NONE: ReadonlySet<CheckVerdict> = new Set();

/**
 * `S_base(w*v) / (S_base(w) + S_overlay(w*(1-v)))` of a maximum. Unknown counts 0, and so do
 * checks beneath an exemption with their real value. Model sections 3 and 5.
 * @param verdicts - in ascending order of their check ids
 * @param leftOut - as if these were not there
 */
export function weightedFigure(
  verdicts: readonly CheckVerdict[],
  maximum: number,
  leftOut: ReadonlySet<CheckVerdict> = NONE,
): Figure {
  let divisor = 0;
  for (const verdict of verdicts) {
    if (counts(verdict) && !leftOut.has(verdict)) divisor += shareOf(verdict);
  }
  if (divisor === 0) return { value: undefined, maximum, divisor };
  let value = 0;
  for (const verdict of verdicts) {
    if (!counts(verdict) || leftOut.has(verdict)) continue;
    value += pointsOf(verdict, maximum, divisor);
  }
  return { value, maximum, divisor };
}

/**
 * The figure without the checks that are exempt, as far as leaving one out lifts it. So it is never
 * below the other, and neither failing nor a lost fact or exemption can raise it. Model section 3.
 */
export function figureWithExemptions(
  verdicts: readonly CheckVerdict[],
  figure: Figure,
): Figure {
  const exempt = verdicts
    .filter(verdict => counts(verdict) && verdict.exemption)
    .sort((a, b) => a.score - b.score);
  const leftOut = new Set<CheckVerdict>();
  let best = figure;
  for (const verdict of exempt) {
    leftOut.add(verdict);
    const next = weightedFigure(verdicts, figure.maximum, leftOut);
    if (next.value === undefined || next.value <= best.value!) break;
    best = next;
  }
  return best;
}

/** A check with what it adds to a figure and what the figure lacks because of it. */
export function explainPart(
  verdict: CheckVerdict,
  { maximum, divisor }: Figure,
  context: FactContext,
): CheckResult {
  const result = explainCheck(verdict, context);
  if (counts(verdict) && divisor > 0) {
    const { weight } = verdict.check.definition;
    result.points = pointsOf(verdict, maximum, divisor);
    result.lost = (maximum * weight * (1 - verdict.score)) / divisor;
  }
  return result;
}
