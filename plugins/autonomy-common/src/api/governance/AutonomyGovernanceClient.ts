import { parseEntityRef } from '@backstage/catalog-model';
import type { RepairAdvice } from '../../engine';
import {
  Connection,
  orThrow,
  segments,
  toWire,
  withQuery,
  type AutonomyClientOptions,
} from '../Connection';
import type { RecordedExemption } from '../exemptions';
import type { AutonomyGovernanceApi } from './AutonomyGovernanceApi';
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
 * {@link AutonomyGovernanceApi} over HTTP.
 * @public
 */
export class AutonomyGovernanceClient implements AutonomyGovernanceApi {
  readonly #http: Connection;

  constructor(options: AutonomyClientOptions) {
    this.#http = new Connection(options);
  }

  async listProposals(
    request: ListProposalsRequest = {},
  ): Promise<ListProposalsResponse> {
    return this.#http.get('proposals', request);
  }

  async getProposal(id: string): Promise<Proposal | undefined> {
    return this.#find(`proposals/${segments(id)}`);
  }

  async propose(proposal: NewProposal): Promise<Proposal> {
    return this.#http.write('POST', 'proposals', proposal);
  }

  async vote(id: string, vote: NewVote): Promise<Proposal> {
    return this.#http.write('POST', `proposals/${segments(id)}/votes`, vote);
  }

  async voteOnAll(ids: string[], vote: NewVote): Promise<VotesResponse> {
    return this.#http.write('POST', 'proposals/votes', { ids, ...vote });
  }

  async withdrawProposal(id: string): Promise<Proposal> {
    return this.#http.write('POST', `proposals/${segments(id)}/withdraw`);
  }

  async appeal(id: string, reason: string): Promise<Proposal> {
    return this.#http.write('POST', `proposals/${segments(id)}/appeal`, {
      reason,
    });
  }

  async revokeExemption(
    id: string,
    reason: string,
  ): Promise<RecordedExemption> {
    return this.#http.write('POST', `exemptions/${segments(id)}/revoke`, {
      reason,
    });
  }

  async listGrants(
    request: ListGrantsRequest = {},
  ): Promise<ListGrantsResponse> {
    return this.#http.get('grants', request);
  }

  async proposeGrant(grant: NewGrant): Promise<RecordedGrant> {
    return this.#http.write('POST', 'grants', toWire(grant));
  }

  async revokeGrant(id: string, reason: string): Promise<RecordedGrant> {
    return this.#http.write('POST', `grants/${segments(id)}/revoke`, {
      reason,
    });
  }

  async renewGrant(
    id: string,
    renewal: { expiresAt: number; reason: string },
  ): Promise<RecordedGrant> {
    const path = `grants/${segments(id)}/renew`;
    return this.#http.write('POST', path, toWire(renewal));
  }

  async getRepairAdvice(entityRef: string): Promise<RepairAdvice[]> {
    return this.#items(`entities/${pathOf(entityRef)}/repair-advice`);
  }

  async listPlans(request: ListPlansRequest = {}): Promise<ListPlansResponse> {
    return this.#http.get('plans', request);
  }

  async getPlan(id: string): Promise<RecordedPlan | undefined> {
    return this.#find(`plans/${segments(id)}`);
  }

  async draftPlan(plan: NewPlan): Promise<RecordedPlan> {
    return this.#http.write('POST', 'plans', toWire(plan));
  }

  async changePlan(id: string, change: PlanDraftChange): Promise<RecordedPlan> {
    return this.#http.write('PUT', `plans/${segments(id)}`, toWire(change));
  }

  async withdrawPlan(id: string): Promise<RecordedPlan> {
    return this.#http.write('POST', `plans/${segments(id)}/withdraw`);
  }

  async signPlan(
    id: string,
    signature: { revision: number; comment: string },
  ): Promise<RecordedPlan> {
    return this.#http.write('POST', `plans/${segments(id)}/sign`, signature);
  }

  async movePlan(
    id: string,
    { until, ...move }: { change: PlanChange; reason: string; until?: number },
  ): Promise<RecordedPlan> {
    return this.#http.write('POST', `plans/${segments(id)}/move`, {
      ...move,
      until: until === undefined ? undefined : new Date(until).toISOString(),
    });
  }

  async listAudits(
    request: ListAuditsRequest = {},
  ): Promise<ListAuditsResponse> {
    return this.#http.get('audits', request);
  }

  async getAudit(id: string): Promise<RecordedAudit | undefined> {
    return this.#find(`audits/${segments(id)}`);
  }

  async openAudit(audit: NewAudit): Promise<RecordedAudit> {
    return this.#http.write('POST', 'audits', audit);
  }

  async rate(id: string, rating: NewAuditRating): Promise<RecordedAudit> {
    return this.#http.write('POST', `audits/${segments(id)}/ratings`, rating);
  }

  async rateAllAsRecommended(
    ids: string[],
    note?: string,
  ): Promise<AuditRatingsResponse> {
    return this.#http.write('POST', 'audits/ratings', { ids, note });
  }

  async agree(id: string, agreement: AuditAgreement): Promise<RecordedAudit> {
    const path = `audits/${segments(id)}/agreement`;
    return this.#http.write('POST', path, toWire(agreement));
  }

  async listMismatches(
    request: ListMismatchesRequest,
  ): Promise<ListMismatchesResponse> {
    return this.#http.get('mismatches', request);
  }

  async getRiskMatrix(filter: MismatchFilter = {}): Promise<RiskMatrix> {
    return this.#http.get('mismatches/matrix', filter);
  }

  async listBoards(): Promise<Board[]> {
    return this.#items('boards');
  }

  async getAgenda(boardRef: string): Promise<BoardAgenda> {
    return this.#http.get(`boards/${pathOf(boardRef)}/agenda`);
  }

  async getCalendar(
    boardRef: string,
    { from, to }: { from?: number; to?: number } = {},
  ): Promise<BoardCalendar> {
    return this.#http.get(`boards/${pathOf(boardRef)}/calendar`, {
      from: isoOf(from),
      to: isoOf(to),
    });
  }

  async exportCalendar(boardRef: string): Promise<Blob> {
    return this.#blob(`boards/${pathOf(boardRef)}/calendar.ics`);
  }

  async getBoardStatistics(boardRef: string): Promise<BoardStatistics> {
    return this.#http.get(`boards/${pathOf(boardRef)}/statistics`);
  }

  async getDebt(boardRef: string): Promise<ExemptionDebt[]> {
    return this.#items(`boards/${pathOf(boardRef)}/debt`);
  }

  async getReviewPack(boardRef: string, quarter?: string): Promise<ReviewPack> {
    const path = `boards/${pathOf(boardRef)}/review-pack`;
    return this.#http.get(path, { quarter });
  }

  async exportReviewPack(
    boardRef: string,
    format: 'markdown' | 'csv',
    quarter?: string,
  ): Promise<Blob> {
    const path = `boards/${pathOf(boardRef)}/review-pack/${format}`;
    return this.#blob(withQuery(path, { quarter }));
  }

  async listAuditLog(
    request: ListAuditLogRequest,
  ): Promise<ListAuditLogResponse> {
    return this.#http.get('audit-log', request);
  }

  async listAuditChains(): Promise<AuditChain[]> {
    return this.#items('audit-log/chains');
  }

  async verifyAuditLog(
    chain: string,
    head?: AuditLogHead,
  ): Promise<AuditLogVerification> {
    return this.#http.get('audit-log/verification', {
      chain,
      head: head && `${head.sequence}:${head.hash}`,
    });
  }

  async #find<T>(path: string): Promise<T | undefined> {
    const response = await this.#http.send(path);
    return response.status === 404 ? undefined : this.#http.read(response);
  }

  async #items<T>(path: string): Promise<T[]> {
    const { items } = await this.#http.get<{ items: T[] }>(path);
    return items;
  }

  async #blob(path: string): Promise<Blob> {
    return (await orThrow(await this.#http.send(path))).blob();
  }
}

function isoOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString();
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return segments(kind, namespace, name);
}
