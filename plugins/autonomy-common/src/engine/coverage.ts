import type { Coverage, Policy, SourceState } from '../model';
import { compareText, union, type Interval } from './math';

/**
 * When a source watched: an open stretch lasts until now, but ends at the last heartbeat once the
 * source has been silent for `silence` milliseconds. Model section 1.
 */
function stretch(row: Coverage, silence: number, now: number): Interval {
  const silent = now - row.lastHeardAt >= silence;
  return { from: row.from, to: row.to ?? (silent ? row.lastHeardAt : now) };
}

/** The time any source watched the entity, up to now; disjoint and ascending. */
export function coveredTime(
  coverage: readonly Coverage[],
  { coverageSilence }: Policy['facts'],
  now: number,
): Interval[] {
  return union(
    coverage
      .map(row => stretch(row, coverageSilence, now))
      .map(({ from, to }) => ({ from, to: Math.min(to, now) })),
  );
}

/** Rows in which a source watches the entity now. */
export function currentCoverage(
  coverage: readonly Coverage[],
  { coverageSilence }: Policy['facts'],
  now: number,
): Coverage[] {
  return coverage.filter(
    ({ from, to, lastHeardAt }) =>
      from <= now &&
      (to === undefined ? now - lastHeardAt < coverageSilence : to > now),
  );
}

/** The latest row of each source, in ascending order of their names. */
export function sourceStates(
  coverage: readonly Coverage[],
  { coverageSilence }: Policy['facts'],
  now: number,
): SourceState[] {
  const latest = new Map<string, Coverage>();
  for (const row of coverage) {
    const known = latest.get(row.source);
    if (!known || row.from > known.from) latest.set(row.source, row);
  }
  return [...latest.values()]
    .sort((a, b) => compareText(a.source, b.source))
    .map(({ source, from, to, lastHeardAt }) => ({
      source,
      from,
      ...(to !== undefined && { to }),
      lastHeardAt,
      state: now - lastHeardAt < coverageSilence ? 'heard' : 'silent',
    }));
}
