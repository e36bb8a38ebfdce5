import type { CheckResult } from '../../model';
import { byId } from '../math';

/** Whether a result counts in scores and gaps. */
export function counts({ state }: CheckResult): boolean {
  return state !== 'announced' && state !== 'not-applicable';
}

/** Whether a level or guardrail may rely on the result. */
export function isMet({ state }: CheckResult): boolean {
  return state === 'pass' || state === 'exempt';
}

/** `S(w*v) / S(w)`, 0..1; undefined when nothing counts. Unknown counts 0. Model section 3. */
export function weightedScore(
  checks: readonly CheckResult[],
): number | undefined {
  let earned = 0;
  let possible = 0;
  for (const check of byId(checks.filter(counts), ({ id }) => id)) {
    earned += check.weight * (check.score ?? 0);
    possible += check.weight;
  }
  return possible > 0 ? earned / possible : undefined;
}
