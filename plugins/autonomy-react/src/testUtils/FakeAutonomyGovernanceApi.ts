import {
  quarterNamed,
  type AuditAgreement,
  type AuditChain,
  type AuditLogEntry,
  type AuditLogHead,
  type AuditLogVerification,
  type AuditRatingsResponse,
  type AutonomyGovernanceApi,
  type Board,
  type BoardAgenda,
  type BoardCalendar,
  type BoardDate,
  type BoardFinding,
  type BoardStatistics,
  type ExemptionDebt,
  type ListAuditLogRequest,
  type ListAuditLogResponse,
  type ListAuditsRequest,
  type ListAuditsResponse,
  type ListGrantsRequest,
  type ListGrantsResponse,
  type ListMismatchesRequest,
  type ListMismatchesResponse,
  type ListPlansRequest,
  type ListPlansResponse,
  type ListProposalsRequest,
  type ListProposalsResponse,
  type Mismatch,
  type MismatchFilter,
  type NewAudit,
  type NewAuditRating,
  type NewGrant,
  type NewPlan,
  type NewProposal,
  type NewVote,
  type PlanChange,
  type PlanDraftChange,
  type Proposal,
  type RecordedAudit,
  type RecordedExemption,
  type RecordedGrant,
  type RecordedPlan,
  type RepairAdvice,
  type ReviewPack,
  type RiskMatrix,
  type VotesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createBoard,
  createBoardStatistics,
  createReviewPack,
} from './createBoard';
import { FakeAudits } from './fakeAudits';
import { FakeBoards } from './fakeBoards';
import { FakeGrants } from './fakeGrants';
import { FAKE_USER } from './fakeIdentity';
import { matrixOf, selectMismatches } from './fakeMismatches';
import { forwardPageOf, isWanted, newestFirst } from './fakePages';
import { FakePlans } from './fakePlans';
import { FakeProposals } from './fakeProposals';
import { FakeRecords } from './fakeRecords';

/** @public */
export interface FakeAutonomyGovernanceApiOptions {
  /** By default the board of payments, which the caller is on. */
  boards?: Board[];
  proposals?: Proposal[];
  grants?: RecordedGrant[];
  plans?: RecordedPlan[];
  audits?: RecordedAudit[];
  /** Those that can be revoked. */
  exemptions?: RecordedExemption[];
  mismatches?: Mismatch[];
  /** By default what the mismatches come to. */
  matrix?: Partial<RiskMatrix>;
  /** By entity ref. */
  repairAdvice?: Record<string, RepairAdvice[]>;
  /** Those of every board. */
  debt?: ExemptionDebt[];
  findings?: BoardFinding[];
  dates?: BoardDate[];
  statistics?: BoardStatistics;
  reviewPack?: Partial<ReviewPack>;
  auditLog?: AuditLogEntry[];
  /** What verifying any chain comes to; by default it is intact. */
  verification?: Partial<AuditLogVerification>;
  /** UTC milliseconds. */
  now?: () => number;
}

/**
 * {@link @aligned-autonomy/backstage-plugin-autonomy-common#AutonomyGovernanceApi} over values in memory, for tests
 * and development without a backend. It remembers what is written, by `user:default/guest`; what that person may do is
 * told by the powers of each thing.
 * @public
 */
export class FakeAutonomyGovernanceApi implements AutonomyGovernanceApi {
  readonly #audits: FakeAudits;
  readonly #boards: FakeBoards;
  readonly #exemptions: FakeRecords<RecordedExemption>;
  readonly #grants: FakeGrants;
  readonly #now: () => number;
  readonly #options: FakeAutonomyGovernanceApiOptions;
  readonly #plans: FakePlans;
  readonly #proposals: FakeProposals;

  constructor(options: FakeAutonomyGovernanceApiOptions = {}) {
    this.#options = options;
    const now = options.now ?? Date.now;
    this.#now = now;
    this.#audits = new FakeAudits(options.audits ?? [], now);
    this.#exemptions = new FakeRecords('exemption', options.exemptions ?? []);
    this.#grants = new FakeGrants(options.grants ?? [], now);
    this.#plans = new FakePlans(options.plans ?? [], now);
    this.#proposals = new FakeProposals(
      options.proposals ?? [],
      now,
      decided => {
        this.#grants.decide(decided);
        this.#plans.decide(decided);
      },
    );
    this.#boards = new FakeBoards({
      boards: options.boards ?? [createBoard()],
      debt: options.debt ?? [],
      findings: options.findings ?? [],
      dates: options.dates ?? [],
    });
  }

  async listProposals(
    request: ListProposalsRequest = {},
  ): Promise<ListProposalsResponse> {
    return this.#proposals.list(request);
  }

  async getProposal(id: string): Promise<Proposal | undefined> {
    return this.#proposals.find(id);
  }

  async propose(proposal: NewProposal): Promise<Proposal> {
    return this.#proposals.propose(proposal);
  }

  async vote(id: string, vote: NewVote): Promise<Proposal> {
    return this.#proposals.vote(id, vote);
  }

  async voteOnAll(ids: string[], vote: NewVote): Promise<VotesResponse> {
    return this.#proposals.voteOnAll(ids, vote);
  }

  async withdrawProposal(id: string): Promise<Proposal> {
    return this.#proposals.withdraw(id);
  }

  async appeal(id: string, reason: string): Promise<Proposal> {
    return this.#proposals.appeal(id, reason);
  }

  async revokeExemption(
    id: string,
    reason: string,
  ): Promise<RecordedExemption> {
    const { state } = this.#exemptions.get(id);
    this.#exemptions.require(
      state === 'in-force' || state === 'planned',
      `The exemption ${id} is ${state}`,
    );
    return this.#exemptions.change(id, {
      state: 'revoked',
      revokedAt: this.#now(),
      revokedBy: FAKE_USER,
      revokedReason: reason,
    });
  }

  async listGrants(
    request: ListGrantsRequest = {},
  ): Promise<ListGrantsResponse> {
    return this.#grants.list(request);
  }

  async proposeGrant(grant: NewGrant): Promise<RecordedGrant> {
    return this.#grants.propose(grant, this.#proposals);
  }

  async revokeGrant(id: string, reason: string): Promise<RecordedGrant> {
    return this.#grants.revoke(id, reason);
  }

  async renewGrant(
    id: string,
    renewal: { expiresAt: number; reason: string },
  ): Promise<RecordedGrant> {
    return this.#grants.renew(id, renewal, this.#proposals);
  }

  async getRepairAdvice(entityRef: string): Promise<RepairAdvice[]> {
    return this.#options.repairAdvice?.[entityRef] ?? [];
  }

  async listPlans(request: ListPlansRequest = {}): Promise<ListPlansResponse> {
    return this.#plans.list(request);
  }

  async getPlan(id: string): Promise<RecordedPlan | undefined> {
    return this.#plans.find(id);
  }

  async draftPlan(plan: NewPlan): Promise<RecordedPlan> {
    return this.#plans.draft(plan);
  }

  async changePlan(id: string, change: PlanDraftChange): Promise<RecordedPlan> {
    return this.#plans.change(id, change);
  }

  async withdrawPlan(id: string): Promise<RecordedPlan> {
    return this.#plans.withdraw(id);
  }

  async signPlan(
    id: string,
    signature: { revision: number; comment: string },
  ): Promise<RecordedPlan> {
    return this.#plans.sign(id, signature, this.#proposals);
  }

  async movePlan(
    id: string,
    move: { change: PlanChange; reason: string; until?: number },
  ): Promise<RecordedPlan> {
    return this.#plans.move(id, move, this.#proposals);
  }

  async listAudits(
    request: ListAuditsRequest = {},
  ): Promise<ListAuditsResponse> {
    return this.#audits.list(request);
  }

  async getAudit(id: string): Promise<RecordedAudit | undefined> {
    return this.#audits.find(id);
  }

  async openAudit(audit: NewAudit): Promise<RecordedAudit> {
    return this.#audits.open(audit);
  }

  async rate(id: string, rating: NewAuditRating): Promise<RecordedAudit> {
    return this.#audits.rate(id, rating);
  }

  async rateAllAsRecommended(
    ids: string[],
    note?: string,
  ): Promise<AuditRatingsResponse> {
    return this.#audits.rateAllAsRecommended(ids, note);
  }

  async agree(id: string, agreement: AuditAgreement): Promise<RecordedAudit> {
    return this.#audits.agree(id, agreement);
  }

  async listMismatches(
    request: ListMismatchesRequest,
  ): Promise<ListMismatchesResponse> {
    const found = this.#mismatches(request).filter(
      ({ actual, consequence, difference }) =>
        isWanted(request.consequence, consequence) &&
        isWanted(request.right, actual) &&
        (request.kind === 'surplus' ? difference > 0 : difference < 0),
    );
    return forwardPageOf(
      newestFirst(found, ({ priority }) => priority),
      request,
    );
  }

  async getRiskMatrix(filter: MismatchFilter = {}): Promise<RiskMatrix> {
    return { ...matrixOf(this.#mismatches(filter)), ...this.#options.matrix };
  }

  async listBoards(): Promise<Board[]> {
    return this.#boards.list(this.#proposals.all());
  }

  async getAgenda(boardRef: string): Promise<BoardAgenda> {
    return this.#boards.agenda(boardRef, {
      proposals: this.#proposals.all(),
      plans: this.#plans.all(),
      audits: this.#audits.all(),
    });
  }

  async getCalendar(
    boardRef: string,
    { from = this.#now(), to }: { from?: number; to?: number } = {},
  ): Promise<BoardCalendar> {
    return this.#boards.calendar(boardRef, from, to);
  }

  async exportCalendar(boardRef: string): Promise<Blob> {
    this.#boards.get(boardRef);
    return new Blob(['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'], {
      type: 'text/calendar',
    });
  }

  async getBoardStatistics(boardRef: string): Promise<BoardStatistics> {
    this.#boards.get(boardRef);
    return (
      this.#options.statistics ??
      createBoardStatistics({ boardRef, to: this.#now() })
    );
  }

  async getDebt(boardRef: string): Promise<ExemptionDebt[]> {
    return this.#boards.debt(boardRef);
  }

  async getReviewPack(boardRef: string, quarter = ''): Promise<ReviewPack> {
    const { title } = this.#boards.get(boardRef);
    const { from = this.#now() } = quarterNamed(quarter) ?? {};
    return createReviewPack({
      ...{ boardRef, title, from },
      ...this.#options.reviewPack,
    });
  }

  async exportReviewPack(
    boardRef: string,
    format: 'markdown' | 'csv',
    quarter?: string,
  ): Promise<Blob> {
    const pack = await this.getReviewPack(boardRef, quarter);
    return new Blob([
      format === 'csv' ? 'domain,entities' : `# ${pack.title} ${pack.quarter}`,
    ]);
  }

  async listAuditLog(
    request: ListAuditLogRequest,
  ): Promise<ListAuditLogResponse> {
    const found = this.#chain(request.chain).filter(({ entityRef }) =>
      isWanted(request.entity ? [request.entity] : [], entityRef),
    );
    return forwardPageOf(found, { limit: 50, ...request });
  }

  async listAuditChains(): Promise<AuditChain[]> {
    const { auditLog = [] } = this.#options;
    return [...new Set(auditLog.map(({ chain }) => chain))]
      .sort()
      .map(chain => {
        const [{ hash, sequence }] = this.#chain(chain);
        return { chain, head: { sequence, hash } };
      });
  }

  async verifyAuditLog(
    chain: string,
    kept?: AuditLogHead,
  ): Promise<AuditLogVerification> {
    const entries = this.#chain(chain);
    const [head] = entries;
    const isCut =
      kept !== undefined &&
      !entries.some(
        ({ hash, sequence }) =>
          sequence === kept.sequence && hash === kept.hash,
      );
    return {
      chain,
      entries: entries.length,
      intact: !isCut,
      ...(isCut
        ? { fault: { sequence: kept.sequence, reason: 'it is another' } }
        : { head: head && { sequence: head.sequence, hash: head.hash } }),
      ...this.#options.verification,
    };
  }

  #chain(chain: string): AuditLogEntry[] {
    const { auditLog = [] } = this.#options;
    return newestFirst(
      auditLog.filter(entry => entry.chain === chain),
      ({ sequence }) => sequence,
    );
  }

  #mismatches(filter: MismatchFilter): Mismatch[] {
    return selectMismatches(this.#options.mismatches ?? [], filter);
  }
}
