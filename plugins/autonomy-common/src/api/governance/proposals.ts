import type {
  AutonomyLevel,
  DecisionRight,
  Matter,
  PlanApproach,
  Severity,
  Tier,
} from '../../model';
import type { DisputedField } from '../incidents';

/**
 * `open` until the board decides, the requester withdraws it or it lapses.
 * @public
 */
export const PROPOSAL_STATES = [
  'open',
  'approved',
  'rejected',
  'lapsed',
  'withdrawn',
] as const;

/** @public */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** @public */
export type Vote = 'approve' | 'reject';

/** What a member of a board said about a proposal. Instants are UTC milliseconds. @public */
export interface ProposalVote {
  /** The account that voted; on this record only. */
  voterRef: string;
  vote: Vote;
  comment: string;
  castAt: number;
}

/** Where an entity stands in the organisation, as far as it bounds the entity. Model section 10. @public */
export interface PlacementSide {
  tier: Tier;
  domainRef?: string;
  ownerRef?: string;
}

/**
 * What is decided. `subject` of a proposal tells the same as a short text: one proposal about a subject of an
 * entity is open at a time.
 * @public
 */
export type ProposalContent =
  | { matter: 'promotion'; from: AutonomyLevel; to: AutonomyLevel }
  | {
      /** A move to a laxer tier, domain or owner. The stricter side counts until it is approved. */
      matter: 'placement';
      moves: ('tier' | 'domain' | 'owner')[];
      from: PlacementSide;
      to: PlacementSide;
    }
  | {
      /** The declared tier differs from the computed one. Approving it accepts the difference as known. */
      matter: 'tier-review';
      declared: Tier;
      computed: Tier;
    }
  | {
      /** A change of an incident that somebody asked for. */
      matter: 'incident';
      source: string;
      incidentId: string;
      title: string;
      /** Of the change, in the record of the incident. */
      changeId: string;
      field: DisputedField;
      /** As it counts now; absent where nothing was said. */
      from?: string;
      to: string;
    }
  | {
      matter: 'bypass';
      source: string;
      incidentId: string;
      title: string;
      wanted: 'clear' | 'renew';
    }
  | {
      /** What concerns several governance domains; the central board decides. */
      matter: 'cross-domain';
      title: string;
      domainRefs: string[];
    }
  | {
      matter: 'exemption';
      requestId: string;
      checkId: string;
      title: string;
      expiresAt: number;
      mandatory: boolean;
      /** The exemption that it would follow without a break. */
      renewalOf?: string;
    }
  | {
      matter: 'grant';
      grantId: string;
      area: string;
      right: DecisionRight;
      recommended: DecisionRight;
      expiresAt: number;
      trial?: { failsFrom: Severity };
      renewalOf?: string;
    }
  | {
      /** The board's signature under a recalibration plan. */
      matter: 'plan';
      planId: string;
      title: string;
      approach: PlanApproach;
      areas: string[];
      cap?: DecisionRight;
      endsAt: number;
    }
  | {
      matter: 'plan-change';
      planId: string;
      title: string;
      change: PlanChange;
      /** The later end; of `extend`. */
      until?: number;
    };

/** What a board can do with a plan in force. @public */
export type PlanChange = 'lift' | 'extend' | 'complete';

/** One figure or fact that a board saw when a proposal was opened. @public */
export interface ProposalEvidence {
  /** What it is of: `level`, `readiness`, `trust`, `check`, `guardrail`, `right`, `incident`, `tier`, `debt`. */
  kind: string;
  /** Id of the check, area or incident. */
  ref?: string;
  title: string;
  /** In words or figures; 0..1 for shares. */
  value?: string | number | boolean;
  /** What it is measured against. */
  bound?: string | number;
  met?: boolean;
}

/** How far the votes are. @public */
export interface ProposalTally {
  /** Votes that are needed, never more than members who may vote. */
  quorum: number;
  approval: 'majority' | 'unanimous';
  approvals: number;
  rejections: number;
}

/**
 * Why a member of the board may not vote: has voted, asks for it, owns the entity, owns something else (`entityRef`)
 * that gains or loses by it, or lacks the permission.
 * @public
 */
export interface VoteRefusal {
  because: 'voted' | 'asked' | 'owner' | 'concerned' | 'not-permitted';
  entityRef?: string;
}

/** What the caller may do with a proposal. @public */
export interface ProposalPowers {
  vote: boolean;
  /** Why not, where the caller is on the board. */
  voteRefusal?: VoteRefusal;
  withdraw: boolean;
  appeal: boolean;
}

/** Something a board decides. Instants are UTC milliseconds. @public */
export interface Proposal {
  id: string;
  matter: Matter;
  entityRef: string;
  /** Of the entity, for people. */
  entityTitle?: string;
  /** The governance domain of the entity when it was opened. */
  domainRef?: string;
  /** The board that decides. */
  boardRef: string;
  content: ProposalContent;
  state: ProposalState;
  openedAt: number;
  /** The account that asks; absent where the suite opened it. */
  openedBy?: string;
  reason?: string;
  /** When it is over without a decision; absent where it waits. */
  lapsesAt?: number;
  decidedAt?: number;
  /** Why it lapsed or was withdrawn, in words. */
  outcomeReason?: string;
  /** The oldest first. */
  votes: ProposalVote[];
  tally: ProposalTally;
  /** The rejected proposal that this one asks the central board about. */
  appealOf?: string;
  /** The appeal that was made of it. */
  appealId?: string;
  /** Until when an appeal may be made; absent where none may. */
  appealUntil?: number;
  /** As it was when the proposal was opened. */
  evidence: ProposalEvidence[];
  may: ProposalPowers;
}

/** Several values of one filter are alternatives; different filters must all hold. @public */
export interface ListProposalsRequest {
  /** Group refs. */
  board?: string[];
  entity?: string[];
  matter?: Matter[];
  state?: ProposalState[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListProposalsResponse {
  /** The last opened first. */
  items: Proposal[];
  pageInfo: { nextCursor?: string };
}

/** What a person can bring to a board by itself; all else is asked for where it belongs. @public */
export type NewProposal = { entityRef: string; reason: string } & (
  | { matter: 'cross-domain'; title: string; domainRefs: string[] }
  | {
      matter: 'bypass';
      source: string;
      incidentId: string;
      wanted: 'clear' | 'renew';
    }
);

/** @public */
export interface NewVote {
  vote: Vote;
  /** 10..1000 characters: why. */
  comment: string;
}

/** What became of each of several votes. @public */
export interface VotesResponse {
  results: (
    | { id: string; status: 'accepted'; proposal: Proposal }
    | { id: string; status: 'refused'; error: string }
  )[];
}
