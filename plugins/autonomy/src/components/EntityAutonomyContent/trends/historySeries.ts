import type {
  EntityHistory,
  HistoryPoint,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { TrendPoint } from '../../charts';

/** One figure of a history, from its beginning to its end. */
export function historySeries(
  { from, to, start, points }: EntityHistory,
  read: (point: HistoryPoint) => number | undefined,
): TrendPoint[] {
  const found = points.map(point => ({ at: point.at, value: read(point) }));
  if (start) found.unshift({ at: from, value: read(start) });
  const last = found.at(-1);
  // What was said last still holds.
  return last
    ? [...found, { at: Math.max(to, last.at), value: last.value }]
    : [];
}
