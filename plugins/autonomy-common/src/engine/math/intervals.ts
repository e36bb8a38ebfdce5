/** Half-open stretch of time `[from, to)` in UTC milliseconds. */
export interface Interval {
  from: number;
  to: number;
}

/** Disjoint intervals in ascending order that cover the same time. */
export function union(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  const sorted = intervals
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of sorted) {
    const last = result[result.length - 1];
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else {
      result.push({ from, to });
    }
  }
  return result;
}

/** The parts that lie within the bounds. */
export function clip(
  intervals: readonly Interval[],
  bounds: Interval,
): Interval[] {
  return intervals
    .map(({ from, to }) => ({
      from: Math.max(from, bounds.from),
      to: Math.min(to, bounds.to),
    }))
    .filter(({ from, to }) => from < to);
}

/** Time that two disjoint, ascending lists have in common, in milliseconds. */
function overlap(a: readonly Interval[], b: readonly Interval[]): number {
  let total = 0;
  let j = 0;
  for (const { from, to } of a) {
    while (j < b.length && b[j].to <= from) j++;
    for (let k = j; k < b.length && b[k].from < to; k++) {
      total += Math.min(to, b[k].to) - Math.max(from, b[k].from);
    }
  }
  return total;
}

/** Time in the first, disjoint and ascending intervals and in none of the others, in milliseconds. */
export function timeWithout(
  intervals: readonly Interval[],
  others: readonly Interval[],
): number {
  const length = intervals.reduce((sum, { from, to }) => sum + to - from, 0);
  return length - overlap(intervals, union(others));
}
