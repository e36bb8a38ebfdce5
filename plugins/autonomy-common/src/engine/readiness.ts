import type { CheckResult, Policy, ReadinessResult } from '../model';
import { counts, isMet, weightedScore } from './checks';

function bandFor(gaps: number, policy: Policy) {
  return policy.readiness.bands.find(
    ({ maxGaps }) => maxGaps === undefined || gaps <= maxGaps,
  )?.band;
}

/** Readiness 0..100 and its gaps; no score and no band where no check applies. Model section 3. */
export function readiness(
  checks: CheckResult[],
  policy: Policy,
): ReadinessResult {
  const counting = checks.filter(counts);
  const gaps = counting.filter(check => !isMet(check)).length;
  const score = weightedScore(counting);
  const withExemptions = weightedScore(
    counting.filter(({ state }) => state !== 'exempt'),
  );
  const band = counting.length > 0 ? bandFor(gaps, policy) : undefined;
  return {
    ...(score !== undefined && { score: 100 * score }),
    ...(withExemptions !== undefined && {
      scoreWithExemptions: 100 * withExemptions,
    }),
    ...(band !== undefined && { band }),
    gaps,
    applicable: counting.length,
    checks,
  };
}
