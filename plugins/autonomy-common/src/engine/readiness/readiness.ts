import type { Policy, ReadinessBand, ReadinessResult } from '../../model';
import {
  counts,
  explainPart,
  isMet,
  figureWithExemptions,
  weightedFigure,
  type CheckVerdict,
  type FactContext,
  type Figure,
} from '../checks';

/** The highest readiness. */
const MAXIMUM = 100;

/** Readiness, 0..100, and its gaps. Model section 3. */
export interface ReadinessStanding {
  /** Without exemptions; minima use this one. Its value is undefined without applicable checks. */
  readonly figure: Figure;
  /** With exempt checks left out where that lifts it. */
  readonly withExemptions: Figure;
  readonly band: ReadinessBand | undefined;
  /** Applicable, non-exempt checks that do not pass. */
  readonly gaps: number;
  /** Checks that apply and count. */
  readonly applicable: number;
}

function bandFor(
  gaps: number,
  { readiness: { bands } }: Policy,
): ReadinessBand | undefined {
  for (const { band, maxGaps } of bands) {
    if (maxGaps === undefined || gaps <= maxGaps) return band;
  }
  return undefined;
}

/** @param verdicts - in ascending order of their check ids */
export function assessReadiness(
  verdicts: readonly CheckVerdict[],
  policy: Policy,
): ReadinessStanding {
  let gaps = 0;
  let applicable = 0;
  let exempt = 0;
  for (const verdict of verdicts) {
    if (!counts(verdict)) continue;
    applicable++;
    if (!isMet(verdict)) gaps++;
    if (verdict.exemption) exempt++;
  }
  const figure = weightedFigure(verdicts, MAXIMUM);
  return {
    figure,
    withExemptions:
      exempt > 0 ? figureWithExemptions(verdicts, figure) : figure,
    band: figure.value === undefined ? undefined : bandFor(gaps, policy),
    gaps,
    applicable,
  };
}

/** Readiness with what each check adds to it and takes from it. */
export function explainReadiness(
  { figure, withExemptions, band, gaps, applicable }: ReadinessStanding,
  verdicts: readonly CheckVerdict[],
  context: FactContext,
): ReadinessResult {
  return {
    score: figure.value,
    scoreWithExemptions: withExemptions.value,
    band,
    gaps,
    applicable,
    checks: verdicts.map(verdict => explainPart(verdict, figure, context)),
  };
}
