import type { RepairAdvice } from '../../engine';
import type { RecordedExemption } from '../exemptions';
import type {
  AuditChain,
  AuditLogHead,
  AuditLogVerification,
  ListAuditLogRequest,
  ListAuditLogResponse,
} from './auditLog';
import type {
  AuditAgreement,
  AuditRatingsResponse,
  ListAuditsRequest,
  ListAuditsResponse,
  NewAudit,
  NewAuditRating,
  RecordedAudit,
} from './audits';
import type {
  Board,
  BoardAgenda,
  BoardCalendar,
  BoardStatistics,
  ExemptionDebt,
  ReviewPack,
} from './boards';
import type {
  ListGrantsRequest,
  ListGrantsResponse,
  NewGrant,
  RecordedGrant,
} from './grants';
import type {
  ListMismatchesRequest,
  ListMismatchesResponse,
  MismatchFilter,
  RiskMatrix,
} from './mismatches';
import type {
  ListPlansRequest,
  ListPlansResponse,
  NewPlan,
  PlanDraftChange,
  RecordedPlan,
} from './plans';
import type {
  ListProposalsRequest,
  ListProposalsResponse,
  NewProposal,
  NewVote,
  PlanChange,
  Proposal,
  VotesResponse,
} from './proposals';

/**
 * What boards decide, and what leads to it.
 *
 * @remarks
 *
 * Every method throws a `ResponseError` on any answer but the ones it documents; 409 where somebody else was quicker,
 * in which case nothing is written.
 *
 * @public
 */
export interface AutonomyGovernanceApi {
  /** One page of the proposals about entities that the caller may read. */
  listProposals(request?: ListProposalsRequest): Promise<ListProposalsResponse>;

  getProposal(id: string): Promise<Proposal | undefined>;

  /** Brings something to the board. */
  propose(proposal: NewProposal): Promise<Proposal>;

  /** Votes as a member of the board. The vote that makes the quorum decides. */
  vote(id: string, vote: NewVote): Promise<Proposal>;

  /** The same vote on several, each by itself; 100 at the most. */
  voteOnAll(ids: string[], vote: NewVote): Promise<VotesResponse>;

  /** Takes a proposal back, as one of those who asked. */
  withdrawProposal(id: string): Promise<Proposal>;

  /** Asks the central board about a rejected proposal, once, as one of the owners. */
  appeal(id: string, reason: string): Promise<Proposal>;

  /** Ends an exemption, as a member of the board. */
  revokeExemption(id: string, reason: string): Promise<RecordedExemption>;

  listGrants(request?: ListGrantsRequest): Promise<ListGrantsResponse>;

  /** Asks for a grant as one of the owners, or moves it as a member of the board. */
  proposeGrant(grant: NewGrant): Promise<RecordedGrant>;

  revokeGrant(id: string, reason: string): Promise<RecordedGrant>;

  /** Asks for the one renewal of a grant in force. */
  renewGrant(
    id: string,
    renewal: { expiresAt: number; reason: string },
  ): Promise<RecordedGrant>;

  /** Which repair fits the incidents of an entity, the newest first. Nothing of it is in force. */
  getRepairAdvice(entityRef: string): Promise<RepairAdvice[]>;

  listPlans(request?: ListPlansRequest): Promise<ListPlansResponse>;

  getPlan(id: string): Promise<RecordedPlan | undefined>;

  draftPlan(plan: NewPlan): Promise<RecordedPlan>;

  changePlan(id: string, change: PlanDraftChange): Promise<RecordedPlan>;

  withdrawPlan(id: string): Promise<RecordedPlan>;

  /** Signs as one of the owners, or votes for it as a member of the board. */
  signPlan(
    id: string,
    signature: { revision: number; comment: string },
  ): Promise<RecordedPlan>;

  /** Moves, as a member of the board, to lift, extend or complete a plan in force. */
  movePlan(
    id: string,
    move: { change: PlanChange; reason: string; until?: number },
  ): Promise<RecordedPlan>;

  listAudits(request?: ListAuditsRequest): Promise<ListAuditsResponse>;

  getAudit(id: string): Promise<RecordedAudit | undefined>;

  openAudit(audit: NewAudit): Promise<RecordedAudit>;

  /** Rates for the caller's side; once. */
  rate(id: string, rating: NewAuditRating): Promise<RecordedAudit>;

  /** Rates several as recommended, for the caller's side and each by itself; 100 at the most. */
  rateAllAsRecommended(
    ids: string[],
    note?: string,
  ): Promise<AuditRatingsResponse>;

  /** Records what both sides agreed on, as a member of the board. */
  agree(id: string, agreement: AuditAgreement): Promise<RecordedAudit>;

  listMismatches(
    request: ListMismatchesRequest,
  ): Promise<ListMismatchesResponse>;

  /** How many areas stand at which consequence and right. */
  getRiskMatrix(filter?: MismatchFilter): Promise<RiskMatrix>;

  listBoards(): Promise<Board[]>;

  getAgenda(boardRef: string): Promise<BoardAgenda>;

  getCalendar(
    boardRef: string,
    period?: { from?: number; to?: number },
  ): Promise<BoardCalendar>;

  /** The calendar as an iCalendar file. */
  exportCalendar(boardRef: string): Promise<Blob>;

  getBoardStatistics(boardRef: string): Promise<BoardStatistics>;

  getDebt(boardRef: string): Promise<ExemptionDebt[]>;

  /** @param quarter - `2026-Q4`; the present one unless told */
  getReviewPack(boardRef: string, quarter?: string): Promise<ReviewPack>;

  exportReviewPack(
    boardRef: string,
    format: 'markdown' | 'csv',
    quarter?: string,
  ): Promise<Blob>;

  /** Decisions of a governance domain, or of the centre (`central`); for callers who may see them. */
  listAuditLog(request: ListAuditLogRequest): Promise<ListAuditLogResponse>;

  /** The chains that somebody has written to, by name; for callers who may see the log. */
  listAuditChains(): Promise<AuditChain[]>;

  /** @param head - of an earlier verification, which the chain must still contain */
  verifyAuditLog(
    chain: string,
    head?: AuditLogHead,
  ): Promise<AuditLogVerification>;
}
