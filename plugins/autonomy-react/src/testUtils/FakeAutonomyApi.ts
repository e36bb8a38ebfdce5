import {
  RIGHT_NAMES,
  type ActivityItem,
  type AutonomyApi,
  type AutonomyEntitySummary,
  type AutonomyHealth,
  type BatchResponse,
  type DeploymentKey,
  type EntitiesSelection,
  type EntitiesSummary,
  type EntityHistory,
  type Evaluation,
  type ExemptionRequest,
  type GuardrailMatrix,
  type GuardrailMatrixRequest,
  type IncidentChange,
  type IncidentKey,
  type ListActivityRequest,
  type ListActivityResponse,
  type ListDeploymentsRequest,
  type ListDeploymentsResponse,
  type ListEntitiesRequest,
  type ListEntitiesResponse,
  type ListExemptionsRequest,
  type ListExemptionsResponse,
  type ListIncidentsRequest,
  type ListIncidentsResponse,
  type Needs,
  type NewAttestation,
  type NewObjective,
  type Objective,
  type PolicySummary,
  type ReadinessOverview,
  type ReadinessRollUp,
  type RecordedAttestation,
  type RecordedDeployment,
  type RecordedExemption,
  type RecordedIncident,
  type SummarizeEntitiesRequest,
  type Trends,
  type TrendsRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createEntitySummary } from './createEntitySummary';
import { createHealth } from './createHealth';
import { createNeeds } from './createNeeds';
import { FakeAttestations } from './fakeAttestations';
import { FakeDeployments } from './fakeDeployments';
import { selectEntities } from './fakeEntities';
import { FakeExemptions } from './fakeExemptions';
import { figuresOf, groupsOf } from './fakeFigures';
import { guardrailMatrixOf } from './fakeGuardrails';
import { FAKE_USER } from './fakeIdentity';
import { FakeIncidents } from './fakeIncidents';
import { forwardPageOf, isWanted, pageOf } from './fakePages';
import { level, rights } from './story';

const DAY = 86_400_000;

/** @public */
export interface FakeAutonomyApiOptions {
  evaluations?: Evaluation[];
  /** Rows of the list; by default those of the evaluations. */
  summaries?: AutonomyEntitySummary[];
  /** What changed, the newest first. */
  activity?: ActivityItem[];
  /** By entity ref. */
  histories?: Record<string, EntityHistory>;
  /** By the ref of a Group, System or Domain; empty for the organisation. */
  readiness?: Record<string, ReadinessRollUp>;
  trends?: Trends;
  incidents?: RecordedIncident[];
  deployments?: RecordedDeployment[];
  attestations?: RecordedAttestation[];
  exemptions?: RecordedExemption[];
  needs?: Needs;
  /** By the ref of a Domain. */
  objectives?: Record<string, Objective>;
  /** By default everything is well. */
  health?: AutonomyHealth;
}

/**
 * {@link @aligned-autonomy/backstage-plugin-autonomy-common#AutonomyApi} over values in memory,
 * for tests and development without a backend. It filters, sorts and pages like the backend, and
 * remembers what is written, by `user:default/guest` as one of the owners.
 * @public
 */
export class FakeAutonomyApi implements AutonomyApi {
  readonly #attestations: FakeAttestations;
  readonly #deployments: FakeDeployments;
  readonly #evaluations: Evaluation[];
  readonly #exemptions: FakeExemptions;
  readonly #incidents: FakeIncidents;
  readonly #objectives: Map<string, Objective>;
  readonly #options: FakeAutonomyApiOptions;
  readonly #summaries: AutonomyEntitySummary[];

  constructor(options: FakeAutonomyApiOptions = {}) {
    this.#options = options;
    this.#evaluations = options.evaluations ?? [];
    this.#summaries =
      options.summaries ??
      this.#evaluations.map(item => createEntitySummary(item));
    this.#attestations = new FakeAttestations(options.attestations ?? []);
    this.#deployments = new FakeDeployments(options.deployments ?? []);
    this.#exemptions = new FakeExemptions(options.exemptions ?? []);
    this.#incidents = new FakeIncidents(options.incidents ?? []);
    this.#objectives = new Map(Object.entries(options.objectives ?? {}));
  }

  async getEntity(entityRef: string): Promise<Evaluation | undefined> {
    return this.#evaluations.find(item => item.entity.entityRef === entityRef);
  }

  async refreshEntity(entityRef: string): Promise<Evaluation | undefined> {
    return this.getEntity(entityRef);
  }

  async getEntityHistory(entityRef: string): Promise<EntityHistory> {
    const none = { from: 0, to: 0, points: [], events: [], pageInfo: {} };
    return this.#options.histories?.[entityRef] ?? none;
  }

  async getEntitySummaries(
    entityRefs: string[],
  ): Promise<(AutonomyEntitySummary | undefined)[]> {
    return entityRefs.map(ref =>
      this.#summaries.find(({ entityRef }) => entityRef === ref),
    );
  }

  async exportEntities(request: EntitiesSelection = {}): Promise<Blob> {
    const refs = this.#select(request).map(({ entityRef }) => entityRef);
    return new Blob([['entity', ...refs].join('\r\n')], { type: 'text/csv' });
  }

  async summarizeEntities(
    request: SummarizeEntitiesRequest,
  ): Promise<EntitiesSummary> {
    const { groupBy, limit = 100 } = request;
    const found = this.#select(request);
    const groups = groupsOf(found, groupBy);
    return {
      groupBy,
      isWithheld: false,
      groups: groups.slice(0, limit),
      totalGroups: groups.length,
      totals: figuresOf(found),
      trend: 'none',
    };
  }

  async getTrends({ kind, ref }: TrendsRequest): Promise<Trends> {
    return this.#options.trends ?? { kind, ref, days: [] };
  }

  async listActivity(
    request: ListActivityRequest = {},
  ): Promise<ListActivityResponse> {
    const { activity = [] } = this.#options;
    const found = activity.filter(
      ({ event, entity }) =>
        isWanted(request.kind, event.kind) &&
        isWanted(request.cause, event.cause) &&
        isWanted(request.domain, entity.domainRef) &&
        isWanted(request.owner, entity.ownerRef),
    );
    return forwardPageOf(found, request);
  }

  async getReadiness(entityRef?: string): Promise<ReadinessOverview> {
    const rollUp = this.#options.readiness?.[entityRef ?? ''];
    return {
      ref: entityRef,
      isWithheld: false,
      rollUp: rollUp ?? { entities: 0, items: [], gaps: 0, topGaps: [] },
    };
  }

  async listEntities(
    request: ListEntitiesRequest = {},
  ): Promise<ListEntitiesResponse> {
    const found = this.#select(request);
    return { ...pageOf(found, request), totalItems: found.length };
  }

  async getPolicy(): Promise<PolicySummary> {
    return {
      version: '1',
      levels: level(0).ladder.map(({ level: number, title }) => ({
        level: number,
        title,
      })),
      areas: rights(0).map(({ area: id, title, consequence, ownedBy }) => ({
        id,
        title,
        consequence,
        ownedBy,
      })),
      rightNames: RIGHT_NAMES,
      exemptions: { maxDuration: 90 * DAY },
      grants: { maxDuration: 90 * DAY },
      repair: {
        plans: {
          'full-restriction': {
            cap: 1,
            duration: 30 * DAY,
            maxDuration: 30 * DAY,
          },
          'targeted-guardrails': {
            cap: 2,
            duration: 60 * DAY,
            maxDuration: 90 * DAY,
          },
          'collaborative-reset': {
            duration: 30 * DAY,
            maxDuration: 90 * DAY,
          },
        },
      },
      trust: {
        window: 365 * DAY,
        learning: {
          reviewed: 0.75,
          actionsClosed: 0.5,
          planHeld: 0.25,
          planHeldAfter: 90 * DAY,
          lowReviewed: 0,
          lowReviewedWithin: 14 * DAY,
        },
      },
    };
  }

  async getGuardrailMatrix(
    request: GuardrailMatrixRequest = {},
  ): Promise<GuardrailMatrix> {
    return guardrailMatrixOf(this.#select(request), this.#evaluations);
  }

  async listIncidents(
    request: ListIncidentsRequest = {},
  ): Promise<ListIncidentsResponse> {
    return this.#incidents.list(request);
  }

  async changeIncident(
    key: IncidentKey,
    change: IncidentChange,
  ): Promise<RecordedIncident> {
    return this.#incidents.change(key, change);
  }

  async listDeployments(
    request: ListDeploymentsRequest = {},
  ): Promise<ListDeploymentsResponse> {
    return this.#deployments.list(request);
  }

  async reviewDeployment(
    key: DeploymentKey,
    review: { completedAt?: number; url?: string } = {},
  ): Promise<RecordedDeployment> {
    return this.#deployments.review(key, review);
  }

  async listAttestations(entityRef: string): Promise<RecordedAttestation[]> {
    return this.#attestations.list(entityRef);
  }

  async attest(answers: NewAttestation[]): Promise<BatchResponse> {
    return this.#attestations.attest(answers);
  }

  async withdrawAttestation(id: string): Promise<RecordedAttestation> {
    return this.#attestations.withdraw(id);
  }

  async listExemptions(
    request: ListExemptionsRequest = {},
  ): Promise<ListExemptionsResponse> {
    return this.#exemptions.list(request);
  }

  async requestExemption(
    request: ExemptionRequest,
  ): Promise<RecordedExemption> {
    return this.#exemptions.request(request);
  }

  async withdrawExemption(id: string): Promise<RecordedExemption> {
    return this.#exemptions.withdraw(id);
  }

  async getNeeds(): Promise<Needs> {
    return this.#options.needs ?? createNeeds();
  }

  async getObjective(domainRef: string): Promise<Objective | undefined> {
    return this.#objectives.get(domainRef);
  }

  async setObjective(
    domainRef: string,
    objective: NewObjective,
  ): Promise<Objective> {
    const set: Objective = {
      ...objective,
      domainRef,
      updatedAt: Date.now(),
      updatedBy: FAKE_USER,
    };
    this.#objectives.set(domainRef, set);
    return set;
  }

  async getHealth(): Promise<AutonomyHealth> {
    return this.#options.health ?? createHealth();
  }

  #select(request: EntitiesSelection): AutonomyEntitySummary[] {
    return selectEntities(this.#summaries, request);
  }
}
