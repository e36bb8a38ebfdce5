import type {
  Matter,
  ProposalContent,
  ProposalEvidence,
  ProposalState,
  ProposalVote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * A proposal as it is stored, whose end time may have come since. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface StoredProposal {
  id: string;
  matter: Matter;
  entityRef: string;
  /** What of the entity it is about; one proposal about it is open at a time. */
  subject: string;
  domainRef?: string;
  boardRef: string;
  content: ProposalContent;
  evidence: ProposalEvidence[];
  reason?: string;
  /** Absent where the suite opened it. */
  openedBy?: string;
  /** Who opened it asks for something, and so does not vote. */
  isRequest: boolean;
  openedAt: number;
  lapsesAt?: number;
  appealOf?: string;
  state: ProposalState;
  decidedAt?: number;
  outcomeReason?: string;
  /** The quorum of the decision. */
  quorum?: number;
}

/** @internal */
export type ProposalWithVotes = StoredProposal & {
  /** The oldest first. */
  votes: ProposalVote[];
};

/**
 * What is to be decided.
 *
 * @internal
 */
export type NewOpening = Pick<
  StoredProposal,
  | 'appealOf'
  | 'content'
  | 'entityRef'
  | 'evidence'
  | 'isRequest'
  | 'lapsesAt'
  | 'openedBy'
  | 'reason'
  | 'subject'
> & {
  /** Whatever board the entity has, the central one decides. */
  isCentral?: boolean;
  /** The board that decides, where it is another one: of the domain that receives the entity. */
  boardRef?: string;
};

/**
 * How a proposal ended.
 *
 * @internal
 */
export interface ProposalOutcome {
  state: Exclude<ProposalState, 'open'>;
  /** Who cast the vote that decided, or took it back; absent where time did, or events. */
  by?: string;
  /** What that vote said; why it lapsed. */
  reason?: string;
}
