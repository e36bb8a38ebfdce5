import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The checks with what each adds to a figure and takes from it, as the engine shares it out.
 * @public
 */
export function withPoints(
  checks: CheckResult[],
  maximum: number,
): CheckResult[] {
  const share = ({ overlay, weight, score = 0 }: CheckResult) =>
    overlay ? weight * (1 - score) : weight;
  const counting = checks.filter(check => check.score !== undefined);
  const all = counting.reduce((sum, check) => sum + share(check), 0);
  return checks.map(check => {
    const { overlay, weight, score } = check;
    return score === undefined
      ? check
      : {
          ...check,
          points: overlay ? 0 : (maximum * weight * score) / all,
          lost: (maximum * weight * (1 - score)) / all,
        };
  });
}

/** What the checks add up to. @public */
export function sumOfPoints(checks: CheckResult[]): number {
  return checks.reduce((sum, { points = 0 }) => sum + points, 0);
}
