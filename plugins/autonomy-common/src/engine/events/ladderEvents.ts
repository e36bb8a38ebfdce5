import type { EvaluationEvent } from '../../model';
import { demotionGrace, unmetOf } from '../ladder';
import type { Change } from './Change';

function moves({ prior, next, cause, at, ladder }: Change): EvaluationEvent[] {
  const [from, to] = [prior.level, next.level];
  if (from === to) return [];
  if (to > from) {
    const reasons = [{ kind: 'level' as const, ref: String(to) }];
    return [{ at, cause, reasons, kind: 'level-promoted', from, to }];
  }
  const reasons = unmetOf(from, ladder.input);
  return [{ at, cause, reasons, kind: 'level-demoted', from, to }];
}

function risks({ prior, next, cause, at, ladder }: Change): EvaluationEvent[] {
  const { level } = next;
  if (level !== prior.level) return [];
  if (!prior.atRisk && next.atRisk) {
    const reasons = unmetOf(level, ladder.input);
    const fallsAt =
      next.atRisk.notPassingSince + demotionGrace(ladder.climbing);
    return [{ at, cause, reasons, kind: 'level-at-risk', level, fallsAt }];
  }
  return prior.atRisk && !next.atRisk
    ? [{ at, cause, reasons: [], kind: 'level-recovered', level }]
    : [];
}

function proposals({ prior, next, cause, at }: Change): EvaluationEvent[] {
  // Only the next level is ever proposed.
  const [before] = prior.proposals;
  const [after] = next.proposals;
  const reasons = [{ kind: 'proposal' as const }];
  const wasOpen = before?.state === 'open';
  if (after?.state === 'open') {
    const same = wasOpen && before.openedAt === after.openedAt;
    const { level } = after;
    return same ? [] : [{ at, cause, reasons, kind: 'proposal-opened', level }];
  }
  if (!wasOpen) return [];
  const { level } = before;
  if (after) return [{ at, cause, reasons, kind: 'proposal-rejected', level }];
  return next.level >= level
    ? []
    : [{ at, cause, reasons, kind: 'proposal-lapsed', level }];
}

/** Moves along the ladder, their risks and their proposals. */
export function ladderEvents(change: Change): EvaluationEvent[] {
  return [...moves(change), ...risks(change), ...proposals(change)];
}
