import type {
  Matter,
  ProposalState,
  ProposalVote,
  Vote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../../database';
import type { StoredProposal } from './types';

/** @internal */
export const PROPOSALS_TABLE = 'proposals';
/** @internal */
export const VOTES_TABLE = 'proposal_votes';

/**
 * A row of `proposals`.
 *
 * @internal
 */
export interface ProposalRow {
  id: string;
  matter: string;
  entity_ref: string;
  subject: string;
  domain_ref: string | null;
  board_ref: string;
  content: string;
  evidence: string;
  reason: string | null;
  opened_by: string | null;
  is_request: boolean | number;
  opened_at: number | string;
  lapses_at: number | string | null;
  appeal_of: string | null;
  state: string;
  decided_at: number | string | null;
  outcome_reason: string | null;
  quorum: number | null;
}

/**
 * A row of `proposal_votes`.
 *
 * @internal
 */
export interface VoteRow {
  proposal_id: string;
  voter_ref: string;
  vote: string;
  comment: string;
  cast_at: number | string;
}

/** @internal */
export function toProposal(row: ProposalRow): StoredProposal {
  return {
    id: row.id,
    matter: row.matter as Matter,
    entityRef: row.entity_ref,
    subject: row.subject,
    domainRef: row.domain_ref ?? undefined,
    boardRef: row.board_ref,
    content: JSON.parse(row.content),
    evidence: JSON.parse(row.evidence),
    reason: row.reason ?? undefined,
    openedBy: row.opened_by ?? undefined,
    isRequest: Boolean(row.is_request),
    openedAt: Number(row.opened_at),
    lapsesAt: toInstant(row.lapses_at),
    appealOf: row.appeal_of ?? undefined,
    state: row.state as ProposalState,
    decidedAt: toInstant(row.decided_at),
    outcomeReason: row.outcome_reason ?? undefined,
    quorum: row.quorum ?? undefined,
  };
}

/** @internal */
export function toProposalRow(proposal: StoredProposal): ProposalRow {
  return {
    id: proposal.id,
    matter: proposal.matter,
    entity_ref: proposal.entityRef,
    subject: proposal.subject,
    domain_ref: proposal.domainRef ?? null,
    board_ref: proposal.boardRef,
    content: JSON.stringify(proposal.content),
    evidence: JSON.stringify(proposal.evidence),
    reason: proposal.reason ?? null,
    opened_by: proposal.openedBy ?? null,
    is_request: proposal.isRequest,
    opened_at: proposal.openedAt,
    lapses_at: proposal.lapsesAt ?? null,
    appeal_of: proposal.appealOf ?? null,
    state: proposal.state,
    decided_at: proposal.decidedAt ?? null,
    outcome_reason: proposal.outcomeReason ?? null,
    quorum: proposal.quorum ?? null,
  };
}

/** @internal */
export function toVote(row: VoteRow): ProposalVote {
  return {
    voterRef: row.voter_ref,
    vote: row.vote as Vote,
    comment: row.comment,
    castAt: Number(row.cast_at),
  };
}

/**
 * A proposal as it is at an instant: one whose end has come is over, whether or not anybody wrote it down.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function asOf<T extends StoredProposal>(proposal: T, now: number): T {
  const { lapsesAt = Infinity, state } = proposal;
  return state === 'open' && lapsesAt <= now
    ? { ...proposal, state: 'lapsed', decidedAt: lapsesAt }
    : proposal;
}
