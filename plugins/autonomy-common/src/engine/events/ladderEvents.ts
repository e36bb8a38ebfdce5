import type { EvaluationEvent, PromotionProposal } from '../../model';
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
  // Only the next level is ever proposed; a proposal is told by when it was opened.
  const [before] = prior.proposals;
  const [after] = next.proposals;
  const isSame = before?.openedAt === after?.openedAt;
  const reasons = [{ kind: 'proposal' as const }];
  const events: EvaluationEvent[] = [];
  const tell = (
    kind: `proposal-${'opened' | 'lapsed' | 'rejected'}`,
    { level }: PromotionProposal,
  ) => events.push({ at, cause, reasons, kind, level });
  if (before?.state === 'open' && !isSame && next.level < before.level) {
    tell('proposal-lapsed', before);
  }
  if (after && !isSame) tell('proposal-opened', after);
  const wasRejected = isSame && before?.state === 'rejected';
  if (after?.state === 'rejected' && !wasRejected) {
    tell('proposal-rejected', after);
  }
  return events;
}

/** Moves along the ladder, their risks and their proposals. */
export function ladderEvents(change: Change): EvaluationEvent[] {
  return [...moves(change), ...risks(change), ...proposals(change)];
}
