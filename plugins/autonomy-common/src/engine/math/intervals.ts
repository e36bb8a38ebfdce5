/** Half-open stretch of time `[from, to)` in UTC milliseconds. */
export interface Interval {
  from: number;
  to: number;
}

/** Disjoint intervals in ascending order that cover the same time. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => from < to);
  if (sorted.length < 2) return sorted;
  sorted.sort((a, b) => a.from - b.from);
  const result: Interval[] = [];
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
  const result: Interval[] = [];
  for (const interval of intervals) {
    const from = Math.max(interval.from, bounds.from);
    const to = Math.min(interval.to, bounds.to);
    if (from < to) result.push({ from, to });
  }
  return result;
}

/**
 * The time in the first intervals and in none of the others, disjoint and ascending.
 * @param intervals - disjoint and ascending
 * @param others - in ascending order of both ends; they may overlap
 */
export function without(
  intervals: readonly Interval[],
  others: readonly Interval[],
): Interval[] {
  const result: Interval[] = [];
  let next = 0;
  for (const { from, to } of intervals) {
    while (next < others.length && others[next].to <= from) next++;
    let rest = from;
    for (let i = next; i < others.length && others[i].from < to; i++) {
      if (others[i].from > rest) {
        result.push({ from: rest, to: others[i].from });
      }
      rest = Math.max(rest, others[i].to);
    }
    if (rest < to) result.push({ from: rest, to });
  }
  return result;
}

/** How long disjoint intervals are together, in milliseconds. */
export function lengthOf(intervals: readonly Interval[]): number {
  let length = 0;
  for (const { from, to } of intervals) length += to - from;
  return length;
}
