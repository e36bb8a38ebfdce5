/** A figure from an instant on; undefined where it was not known. */
export interface TrendPoint {
  /** UTC milliseconds. */
  at: number;
  value: number | undefined;
}

/** The points of one line, in the order of time. */
export interface TrendSeries {
  id: string;
  label: string;
  points: TrendPoint[];
}

/** Every line at one instant. */
export interface TrendRow {
  at: number;
  /** By the ids of the series. */
  values: Record<string, number | undefined>;
}

/**
 * The series side by side, at every instant at which one of them has a point or something else
 * happened. Where a series has no point of its own, its last one holds if it is stepped; otherwise
 * it lies on the straight line between its neighbours.
 */
export function trendRows(
  series: TrendSeries[],
  stepped: boolean,
  instants: number[] = [],
): TrendRow[] {
  const all = new Set(instants);
  for (const { points } of series) {
    for (const { at } of points) all.add(at);
  }
  const readers = series.map(({ id, points }) => ({
    id,
    read: readerOf(points, stepped),
  }));
  return [...all]
    .sort((a, b) => a - b)
    .map(at => ({
      at,
      values: Object.fromEntries(readers.map(({ id, read }) => [id, read(at)])),
    }));
}

/** Reads a series at instants that only grow. */
function readerOf(points: TrendPoint[], stepped: boolean) {
  let next = 0;
  return (at: number): number | undefined => {
    while (next < points.length && points[next].at <= at) next += 1;
    const before = points[next - 1];
    const after = points[next];
    if (stepped || before?.at === at) return before?.value;
    if (before?.value === undefined || after?.value === undefined) {
      return undefined;
    }
    const share = (at - before.at) / (after.at - before.at);
    return before.value + share * (after.value - before.value);
  };
}
