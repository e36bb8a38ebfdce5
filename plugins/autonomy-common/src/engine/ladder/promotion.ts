import type {
  AutonomyLevel,
  PromotionDecision,
  PromotionProposal,
} from '../../model';
import type { ClimbContext, LadderState } from './climb';
import type { LadderStanding } from './LadderStanding';

/** What became of the next level: the level now, and the proposal that is left. */
interface Promotion {
  level: AutonomyLevel;
  proposals: PromotionProposal[];
}

/** The board's first word since the proposal was opened. */
function decisionOn(
  { level, openedAt }: PromotionProposal,
  decisions: readonly PromotionDecision[],
): PromotionDecision | undefined {
  let first: PromotionDecision | undefined;
  for (const decision of decisions) {
    if (decision.level !== level || decision.recordedAt < openedAt) continue;
    const earlier =
      !first ||
      decision.recordedAt < first.recordedAt ||
      (decision.recordedAt === first.recordedAt && decision.id < first.id);
    if (earlier) first = decision;
  }
  return first;
}

/** A rejected proposal opens again after further holding, and never before the level is sustained. */
export function reopensAt(
  { level, rejectedAt }: PromotionProposal,
  heldSince: number,
  { policy: { policy } }: ClimbContext,
): number {
  const { sustainedFor = 0 } = policy.levels[level - 1];
  return Math.max(
    // Never at the instant of the rejection itself, however short the wait.
    Math.max(rejectedAt!, heldSince) + Math.max(1, policy.ladder.reopenAfter),
    heldSince + sustainedFor,
  );
}

/** The central board's approval on appeal of what was rejected. */
function isOverruled(
  { level, rejectedAt }: PromotionProposal,
  decisions: readonly PromotionDecision[],
): boolean {
  return decisions.some(
    decision =>
      decision.overrules !== undefined &&
      decision.outcome === 'approved' &&
      decision.level === level &&
      decision.recordedAt >= rejectedAt!,
  );
}

/** A sustained level that needs a board: opened, decided or still waiting. */
function propose(
  next: AutonomyLevel,
  since: number,
  prior: PromotionProposal | undefined,
  context: ClimbContext,
): PromotionProposal | 'approved' {
  const { horizon, promotions } = context;
  const { now } = horizon;
  if (prior?.state === 'rejected') {
    if (isOverruled(prior, promotions)) return 'approved';
    const opensAt = reopensAt(prior, since, context);
    if (now < opensAt) {
      horizon.add(opensAt);
      return prior;
    }
  }
  const proposal: PromotionProposal =
    prior?.state === 'open'
      ? prior
      : { level: next, openedAt: now, state: 'open' };
  const decision = decisionOn(proposal, promotions);
  if (!decision) return proposal;
  if (decision.outcome === 'approved') return 'approved';
  const rejected: PromotionProposal = {
    level: next,
    openedAt: proposal.openedAt,
    state: 'rejected',
    rejectedAt: decision.recordedAt,
  };
  horizon.add(Math.max(now + 1, reopensAt(rejected, since, context)));
  return rejected;
}

/**
 * The next level is taken once it is sustained: by itself, or with the board's word. A break
 * lapses an open proposal; a rejection is remembered. Model section 6.
 */
export function considerPromotion(
  { level, takenAt }: Pick<LadderState, 'level' | 'takenAt'>,
  heldSince: LadderState['heldSince'],
  prior: PromotionProposal | undefined,
  { rungs }: LadderStanding,
  context: ClimbContext,
): Promotion {
  const { horizon, withoutBoards } = context;
  const next = (level + 1) as AutonomyLevel;
  const waiting = prior?.state === 'rejected' ? [prior] : [];
  const rung = rungs[next - 1];
  const since = heldSince[next];
  if (!rung || since === undefined) return { level, proposals: waiting };
  // One level an instant, so that a second look at the same instant moves nothing.
  const sustainedAt = Math.max(
    since + (rung.policy.sustainedFor ?? 0),
    (takenAt[level] ?? -Infinity) + 1,
  );
  if (horizon.now < sustainedAt) {
    horizon.add(sustainedAt);
    return { level, proposals: waiting };
  }
  if (withoutBoards || rung.policy.promotion !== 'board') {
    return { level: next, proposals: [] };
  }
  const proposal = propose(next, since, prior, context);
  return proposal === 'approved'
    ? { level: next, proposals: [] }
    : { level, proposals: [proposal] };
}
