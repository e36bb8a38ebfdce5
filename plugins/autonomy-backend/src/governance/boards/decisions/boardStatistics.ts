import type {
  BoardStatistics,
  Matter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { groupBy, orderBy } from 'lodash';
import type { Decision } from './Decision';

const MINUTE = 60_000;
/** Fewer decisions, or signers, would point at a person. Model section 11. */
const FEWEST_DECISIONS = 5;
const FEWEST_SIGNERS = 2;

/**
 * What statistics are made of. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface BoardRecord
  extends Pick<
    BoardStatistics,
    'boardRef' | 'from' | 'lapsed' | 'neverFailing' | 'overdue' | 'to'
  > {
  /** Those of `[from, to)`. */
  decided: readonly Decision[];
}

/**
 * How a board decides, with nothing in it from which anybody could tell how one of its members does.
 *
 * @internal
 */
export function boardStatistics(record: BoardRecord): BoardStatistics {
  const { boardRef, decided, from, lapsed, neverFailing, overdue, to } = record;
  const known = { boardRef, from, to, decisions: decided.length };
  if (!isEnough(decided)) {
    return { ...known, isWithheld: true };
  }
  const exempted = decided.filter(
    ({ isApproved, matter }) => matter === 'exemption' && isApproved,
  );
  return {
    ...known,
    isWithheld: false,
    approvedShare: shareOf(decided, ({ isApproved }) => isApproved),
    medianMinutes: medianOf(
      decided.map(({ decidedAt, openedAt }) => (decidedAt - openedAt) / MINUTE),
    ),
    renewedShare: isEnough(exempted)
      ? shareOf(exempted, ({ isRenewal }) => isRenewal)
      : undefined,
    lapsed,
    overdue,
    neverFailing,
    byMatter: matters(decided),
  };
}

function isEnough(decisions: readonly Decision[]): boolean {
  const signers = new Set(decisions.flatMap(decision => decision.signers));
  return decisions.length >= FEWEST_DECISIONS && signers.size >= FEWEST_SIGNERS;
}

function shareOf(
  decisions: readonly Decision[],
  holds: (decision: Decision) => boolean,
): number {
  return decisions.filter(holds).length / decisions.length;
}

function medianOf(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The matters of which there is enough, the most frequent first. What is left out must be enough too, or it could be
 * told from the sum.
 */
function matters(decided: readonly Decision[]): BoardStatistics['byMatter'] {
  const groups = orderBy(
    Object.values(groupBy(decided, 'matter')),
    ['length', ([{ matter }]) => matter],
    ['desc', 'asc'],
  );
  const shown = groups.filter(isEnough);
  const rest = groups.filter(group => !isEnough(group)).flat();
  while (shown.length > 0 && rest.length > 0 && !isEnough(rest)) {
    rest.push(...shown.pop()!);
  }
  return shown.map(group => ({
    matter: group[0].matter as Matter,
    decisions: group.length,
    approved: group.filter(({ isApproved }) => isApproved).length,
  }));
}
