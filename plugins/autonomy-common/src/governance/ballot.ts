import type { MatterRule } from '../model';

/** Votes so far. @public */
export interface Ballot {
  approvals: number;
  rejections: number;
}

/** @public */
export type BallotOutcome = 'approved' | 'rejected';

/**
 * How many votes are needed: the quorum of the rule, or all that may be cast where they are fewer.
 *
 * @param eligible - how many may vote; undefined where nobody knows
 * @public
 */
export function votesNeeded(rule: MatterRule, eligible?: number): number {
  return Math.max(1, Math.min(rule.quorum, eligible ?? rule.quorum));
}

/**
 * What the votes come to; undefined while they do not decide. Below the quorum nothing is decided, and a tie of
 * `majority` waits for one more vote; where nobody is left to cast it, a tie rejects.
 *
 * @param eligible - how many may vote, those who have included; undefined where nobody knows
 * @public
 */
export function outcomeOfBallot(
  { approvals, rejections }: Ballot,
  rule: MatterRule,
  eligible?: number,
): BallotOutcome | undefined {
  const cast = approvals + rejections;
  if (cast < votesNeeded(rule, eligible)) return undefined;
  if (rule.approval === 'unanimous') {
    return rejections > 0 ? 'rejected' : 'approved';
  }
  if (approvals === rejections) {
    return cast >= (eligible ?? Infinity) ? 'rejected' : undefined;
  }
  return approvals > rejections ? 'approved' : 'rejected';
}
