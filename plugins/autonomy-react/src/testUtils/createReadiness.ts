import type {
  CheckResult,
  ReadinessBand,
  ReadinessResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { sumOfPoints, withPoints } from './createFigure';

const MAXIMUM = 100;

function bandOf(gaps: number): ReadinessBand {
  if (gaps === 0) return 'ready';
  if (gaps <= 3) return 'minor-gaps';
  return gaps <= 7 ? 'focus' : 'not-ready';
}

/** The readiness that checks add up to. @public */
export function createReadiness(checks: CheckResult[]): ReadinessResult {
  const counting = checks.filter(check => check.score !== undefined);
  if (counting.length === 0) {
    return { gaps: 0, applicable: 0, checks };
  }
  const scored = withPoints(checks, MAXIMUM);
  const open = counting.filter(
    ({ state }) => state === 'fail' || state === 'unknown',
  );
  return {
    score: sumOfPoints(scored),
    scoreWithExemptions: sumOfPoints(
      withPoints(
        counting.filter(({ state }) => state !== 'exempt'),
        MAXIMUM,
      ),
    ),
    band: bandOf(open.length),
    gaps: open.length,
    applicable: counting.length,
    checks: scored,
  };
}
