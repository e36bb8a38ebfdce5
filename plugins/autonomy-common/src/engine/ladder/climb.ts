import type {
  AutonomyLevel,
  EvaluationState,
  NotPassingClock,
  PromotionDecision,
  PromotionProposal,
} from '../../model';
import type { CompiledPolicy } from '../CompiledPolicy';
import type { GuardrailStanding } from '../guardrails';
import { nextClock, type Horizon } from '../time';
import type { LadderStanding } from './LadderStanding';
import { considerPromotion } from './promotion';

/** The part of the state that the ladder keeps. Model section 13. */
export type LadderState = Pick<
  EvaluationState,
  'level' | 'takenAt' | 'heldSince' | 'atRisk' | 'proposals'
>;

/** What moves an entity along the ladder besides its standing. */
export interface ClimbContext {
  policy: CompiledPolicy;
  guardrails: readonly GuardrailStanding[];
  promotions: readonly PromotionDecision[];
  /** Boards are not asked: a record from before the start shows what was practice already. */
  withoutBoards: boolean;
  horizon: Horizon;
}

/** A level is lost at once while a critical guardrail of the organisation's minimum is breached. */
export function demotionGrace({ policy, guardrails }: ClimbContext): number {
  const critical = guardrails.some(
    ({ breached, mandatory, consequence }) =>
      breached && mandatory && consequence === 'critical',
  );
  return critical ? 0 : policy.policy.ladder.demotionGrace;
}

/** Never shorter because of an overlay, as with guardrails. */
export function levelRecovery({ policy: { base } }: ClimbContext): number {
  return Math.min(base.guardrails.recovery, base.ladder.demotionGrace);
}

interface Footing {
  level: AutonomyLevel;
  atRisk: NotPassingClock | undefined;
}

/** The level that is left, and the clock that runs while it is not held. */
function keepFooting(
  { level, atRisk }: LadderState,
  { kept }: LadderStanding,
  context: ClimbContext,
): Footing {
  const { horizon } = context;
  const isKept = kept >= level;
  const clock = nextClock(atRisk, isKept, levelRecovery(context), horizon);
  if (isKept || !clock) return { level, atRisk: clock };
  const fallsAt = clock.notPassingSince + demotionGrace(context);
  if (horizon.now >= fallsAt) {
    return { level: kept as AutonomyLevel, atRisk: undefined };
  }
  horizon.add(fallsAt);
  return { level, atRisk: clock };
}

/** Since when each level is held that is taken or could be taken next. */
function heldSince(
  prior: LadderState['heldSince'],
  level: AutonomyLevel,
  { firm }: LadderStanding,
  now: number,
): LadderState['heldSince'] {
  const held: LadderState['heldSince'] = {};
  const highest = Math.min(firm, level + 1) as AutonomyLevel;
  for (let each = 2 as AutonomyLevel; each <= highest; each++) {
    held[each] = prior[each] ?? now;
  }
  return held;
}

function takenAt(
  prior: LadderState['takenAt'],
  level: AutonomyLevel,
  now: number,
): LadderState['takenAt'] {
  const taken: LadderState['takenAt'] = {};
  for (let each = 1 as AutonomyLevel; each <= level; each++) {
    taken[each] = prior[each] ?? now;
  }
  return taken;
}

/** Where a record begins: on the lowest level. */
export const GROUND: LadderState = {
  level: 1,
  takenAt: {},
  heldSince: {},
  proposals: [],
};

/**
 * One move of the ladder's state machine: demotion, then at most one promotion. Model section 6.
 */
export function climb(
  prior: LadderState,
  standing: LadderStanding,
  context: ClimbContext,
): LadderState {
  const { horizon } = context;
  const footing = keepFooting(prior, standing, context);
  const held = heldSince(prior.heldSince, footing.level, standing, horizon.now);
  const { level, proposals } = considerPromotion(
    { level: footing.level, takenAt: prior.takenAt },
    held,
    openFor(prior.proposals, footing.level),
    standing,
    context,
  );
  if (level === footing.level) {
    const taken = takenAt(prior.takenAt, level, horizon.now);
    return {
      level,
      takenAt: taken,
      heldSince: held,
      atRisk: footing.atRisk,
      proposals,
    };
  }
  const next = level + 1;
  const above = standing.rungs[next - 1];
  // The clock of the level above starts when this one is taken.
  if (above && standing.firm >= next) {
    horizon.add(horizon.now + Math.max(1, above.policy.sustainedFor ?? 0));
  }
  return {
    level,
    takenAt: takenAt(prior.takenAt, level, horizon.now),
    heldSince: heldSince(held, level, standing, horizon.now),
    atRisk: footing.atRisk,
    proposals,
  };
}

/** Only the next level can be proposed. */
function openFor(
  proposals: readonly PromotionProposal[],
  level: AutonomyLevel,
): PromotionProposal | undefined {
  return proposals.find(proposal => proposal.level === level + 1);
}
