export { BoardSeats } from './BoardSeats';
export { DatabaseProposals } from './DatabaseProposals';
export type { MatterHandler } from './MatterHandler';
export { ProposalDesk, type CastVote } from './ProposalDesk';
export { ProposalQueries, type ListedProposal } from './ProposalQueries';
export type { ProposalService } from './ProposalService';
export { AnnouncedTelling } from './AnnouncedTelling';
export type { ProposalTelling } from './ProposalTelling';
export type {
  NewOpening,
  ProposalOutcome,
  ProposalWithVotes,
  StoredProposal,
} from './types';
export type { ProposalOpener } from './AuthorizedProposalService';
export { createProposalDesk, createProposals } from './createProposals';
export { ProposalViews } from './ProposalViews';
export { reasonField, reasonSchema } from './voteSchema';
export { readOpenProposals } from './readOpenProposals';
