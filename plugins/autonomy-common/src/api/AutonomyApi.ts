import type { Evaluation } from '../model';
import type {
  EntitiesSummary,
  SummarizeEntitiesRequest,
  Trends,
  TrendsRequest,
} from './figures';
import type {
  EntityHistory,
  GetHistoryRequest,
  ListActivityRequest,
  ListActivityResponse,
} from './history';
import type { AutonomyHealth } from './health';
import type { NewAttestation, RecordedAttestation } from './attestations';
import type {
  DeploymentKey,
  ListDeploymentsRequest,
  ListDeploymentsResponse,
  RecordedDeployment,
} from './deployments';
import type {
  ExemptionRequest,
  ListExemptionsRequest,
  ListExemptionsResponse,
  RecordedExemption,
} from './exemptions';
import type { GuardrailMatrix, GuardrailMatrixRequest } from './guardrails';
import type {
  IncidentChange,
  IncidentKey,
  ListIncidentsRequest,
  ListIncidentsResponse,
  RecordedIncident,
} from './incidents';
import type { Needs } from './needs';
import type { NewObjective, Objective } from './objectives';
import type { PolicySummary } from './policy';
import type { ReadinessOverview } from './readiness';
import type {
  AutonomyEntitySummary,
  BatchResponse,
  EntitiesSelection,
  ListEntitiesRequest,
  ListEntitiesResponse,
} from './types';

/**
 * What the suite answers over HTTP.
 *
 * @remarks
 *
 * Every method throws a `ResponseError` on any answer but the ones it documents.
 *
 * @public
 */
export interface AutonomyApi {
  /**
   * Everything the suite says about one entity. Undefined where the entity is unknown, out of
   * scope, not yet evaluated or not readable by the caller; the four cannot be told apart.
   */
  getEntity(entityRef: string): Promise<Evaluation | undefined>;

  /**
   * Evaluates an entity now.
   *
   * @returns undefined where it takes longer; the result is there soon
   */
  refreshEntity(entityRef: string): Promise<Evaluation | undefined>;

  /** What was said of an entity in a period, and what changed. */
  getEntityHistory(
    entityRef: string,
    request?: GetHistoryRequest,
  ): Promise<EntityHistory>;

  /** One page of the entities that the caller may read. */
  listEntities(request?: ListEntitiesRequest): Promise<ListEntitiesResponse>;

  /**
   * The rows that entities have in the list, in the order asked for. Undefined where `getEntity` answers
   * undefined.
   *
   * @param entityRefs - 500 at the most
   */
  getEntitySummaries(
    entityRefs: string[],
  ): Promise<(AutonomyEntitySummary | undefined)[]>;

  /** The whole list as CSV (UTF-8, with a header). */
  exportEntities(request?: EntitiesSelection): Promise<Blob>;

  /** How many of the entities that the caller may read stand where. */
  summarizeEntities(
    request: SummarizeEntitiesRequest,
  ): Promise<EntitiesSummary>;

  /** The figures of each day; for callers who may read every entity. */
  getTrends(request: TrendsRequest): Promise<Trends>;

  /** What changed about the entities that the caller may read. */
  listActivity(request?: ListActivityRequest): Promise<ListActivityResponse>;

  /**
   * Readiness over the entities that the caller may read.
   *
   * @param entityRef - of a Group, System or Domain; the whole organisation unless told
   */
  getReadiness(entityRef?: string): Promise<ReadinessOverview>;

  /** The policy in force, as far as names and filters need it. */
  getPolicy(): Promise<PolicySummary>;

  /** How the entities that the caller may read stand with every guardrail, by governance domain. */
  getGuardrailMatrix(
    request?: GuardrailMatrixRequest,
  ): Promise<GuardrailMatrix>;

  /** One page of the incidents that the caller may read about. */
  listIncidents(request?: ListIncidentsRequest): Promise<ListIncidentsResponse>;

  /** Changes an incident as its board, or asks for it as one of its owners. */
  changeIncident(
    key: IncidentKey,
    change: IncidentChange,
  ): Promise<RecordedIncident>;

  /** One page of the deployments that the caller may read about. */
  listDeployments(
    request?: ListDeploymentsRequest,
  ): Promise<ListDeploymentsResponse>;

  /** Records that the owners reviewed a deployment. */
  reviewDeployment(
    key: DeploymentKey,
    review?: { completedAt?: number; url?: string },
  ): Promise<RecordedDeployment>;

  /** What the owners of an entity answered to its checks, the newest first. */
  listAttestations(entityRef: string): Promise<RecordedAttestation[]>;

  /**
   * Answers checks that no machine answers, as one of the owners.
   *
   * @returns what became of each answer; one that is refused says why
   */
  attest(answers: NewAttestation[]): Promise<BatchResponse>;

  /** Takes an answer back, from now on. */
  withdrawAttestation(id: string): Promise<RecordedAttestation>;

  /** One page of the exemptions, and requests for them, of the entities that the caller may read. */
  listExemptions(
    request?: ListExemptionsRequest,
  ): Promise<ListExemptionsResponse>;

  /** Asks the board for an exemption, as one of the owners. It has no effect before it is approved. */
  requestExemption(request: ExemptionRequest): Promise<RecordedExemption>;

  /** Takes a request back that is not decided yet, as one of the owners. */
  withdrawExemption(id: string): Promise<RecordedExemption>;

  /** What waits for the caller. */
  getNeeds(): Promise<Needs>;

  /** The objective of a governance domain; undefined where it has none that the caller may read. */
  getObjective(domainRef: string): Promise<Objective | undefined>;

  /** Sets the objective of a governance domain, as a member of its board. */
  setObjective(domainRef: string, objective: NewObjective): Promise<Objective>;

  /** Whether evidence arrives and is worked off; for callers who may see it. */
  getHealth(): Promise<AutonomyHealth>;
}
