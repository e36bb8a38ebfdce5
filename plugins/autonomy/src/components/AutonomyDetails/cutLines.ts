import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Amounts as they are shown, so that they add up to their total cut to the same digits: each line
 * is the step between two cut running sums. A total that just misses never looks like a hit.
 */
export function cutLines(amounts: number[], digits: number): number[] {
  const scale = 10 ** digits;
  let exact = 0;
  let shown = 0;
  return amounts.map(amount => {
    exact += amount;
    const next = Math.floor(exact * scale + 1e-6);
    const step = next - shown;
    shown = next;
    return step / scale;
  });
}

/** The shown account of a figure that checks add up to. */
export interface PointsAccount {
  /** What a check adds, and what it could add. Absent for one that does not take part. */
  of(check: CheckResult): { points: number; most: number } | undefined;
  /** What the ceiling takes away. */
  ceiling: number;
  /** Sum of all points and the ceiling. */
  total: number;
}

/** Cuts points and losses together, so that both add up. */
export function cutPoints(
  checks: CheckResult[],
  digits: number,
  ceiling: number = 0,
): PointsAccount {
  const parts = checks.filter(({ points }) => points !== undefined);
  const { length } = parts;
  const shown = cutLines(
    [
      ...parts.map(({ points = 0 }) => points),
      ceiling,
      ...parts.map(({ lost = 0 }) => lost),
    ],
    digits,
  );
  return {
    of(check) {
      const index = parts.indexOf(check);
      if (index < 0) return undefined;
      const points = shown[index];
      return { points, most: points + shown[length + 1 + index] };
    },
    ceiling: shown[length],
    total: shown.slice(0, length + 1).reduce((sum, line) => sum + line, 0),
  };
}
