import type { Coverage, Policy, SourceState } from '../model';
import { compareText, union, type Interval } from './math';
import type { Horizon } from './time';

type FactPolicy = Policy['facts'];

/** Whether the source watches the entity at the instant: open, and not silent for too long. */
function watches(
  { from, to, lastHeardAt }: Coverage,
  { coverageSilence }: FactPolicy,
  now: number,
): boolean {
  if (from > now) return false;
  return to === undefined ? now - lastHeardAt < coverageSilence : to > now;
}

/** When any source watched, up to an instant. Model section 1. */
export interface CoveredTime {
  /** Disjoint and ascending. */
  readonly intervals: readonly Interval[];
  /** Whether a source watches at the instant itself. */
  readonly watching: boolean;
  /** The end of the last coverage: the instant itself while a source watches; undefined if never covered. */
  readonly end: number | undefined;
}

/**
 * The time any source watched the entity. An open stretch lasts until now, but ends at the last
 * heartbeat once its source has been silent for too long.
 */
export function coveredTime(
  coverage: readonly Coverage[],
  policy: FactPolicy,
  now: number,
): CoveredTime {
  const stretches: Interval[] = [];
  let watching = false;
  for (const row of coverage) {
    const current = watches(row, policy, now);
    watching ||= current;
    const to = current ? now : Math.min(row.to ?? row.lastHeardAt, now);
    stretches.push({ from: row.from, to });
  }
  const intervals = union(stretches);
  const end = watching ? now : intervals[intervals.length - 1]?.to;
  return { intervals, watching, end };
}

/** Adds the instants at which a source starts or stops watching, silence included. */
export function coverageInstants(
  coverage: readonly Coverage[],
  { coverageSilence }: FactPolicy,
  horizon: Horizon,
): void {
  for (const { from, to, lastHeardAt } of coverage) {
    horizon.add(from);
    horizon.add(to ?? lastHeardAt + coverageSilence);
  }
}

/** Of the rows of one source the one that started last counts; of equals the one that lasts. */
function isLater(a: Coverage, b: Coverage): boolean {
  if (a.from !== b.from) return a.from > b.from;
  const [aEnd, bEnd] = [a.to ?? Infinity, b.to ?? Infinity];
  return aEnd === bEnd ? a.lastHeardAt > b.lastHeardAt : aEnd > bEnd;
}

/** The latest row of each source, in ascending order of their names. */
export function sourceStates(
  coverage: readonly Coverage[],
  { coverageSilence }: FactPolicy,
  now: number,
): SourceState[] {
  const latest = new Map<string, Coverage>();
  for (const row of coverage) {
    const known = latest.get(row.source);
    if (!known || isLater(row, known)) latest.set(row.source, row);
  }
  return [...latest.values()]
    .sort((a, b) => compareText(a.source, b.source))
    .map(({ source, from, to, lastHeardAt }) => ({
      source,
      from,
      to,
      lastHeardAt,
      state: now - lastHeardAt < coverageSilence ? 'heard' : 'silent',
    }));
}
