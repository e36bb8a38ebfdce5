import { parseEntityRef } from '@backstage/catalog-model';
import type { Evaluation } from '../model';
import type { AutonomyApi } from './AutonomyApi';
import {
  Connection,
  orThrow,
  segments,
  toWire,
  withQuery,
  type AutonomyClientOptions,
} from './Connection';
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
 * {@link AutonomyApi} over HTTP.
 * @public
 */
export class AutonomyClient implements AutonomyApi {
  readonly #http: Connection;

  constructor(options: AutonomyClientOptions) {
    this.#http = new Connection(options);
  }

  async getEntity(entityRef: string): Promise<Evaluation | undefined> {
    const response = await this.#http.send(`entities/${pathOf(entityRef)}`);
    return response.status === 404 ? undefined : this.#http.read(response);
  }

  async refreshEntity(entityRef: string): Promise<Evaluation | undefined> {
    const response = await this.#http.send(
      `entities/${pathOf(entityRef)}/refresh`,
      {
        method: 'POST',
      },
    );
    return response.status === 202 ? undefined : this.#http.read(response);
  }

  async getEntityHistory(
    entityRef: string,
    request: GetHistoryRequest = {},
  ): Promise<EntityHistory> {
    return this.#http.get(`entities/${pathOf(entityRef)}/history`, {
      ...request,
      ...periodOf(request),
    });
  }

  async listEntities(
    request: ListEntitiesRequest = {},
  ): Promise<ListEntitiesResponse> {
    return this.#http.get('entities', request);
  }

  async getEntitySummaries(
    entityRefs: string[],
  ): Promise<(AutonomyEntitySummary | undefined)[]> {
    const { items } = await this.#http.write<{
      items: (AutonomyEntitySummary | null)[];
    }>('POST', 'entities/by-refs', { entityRefs });
    return items.map(item => item ?? undefined);
  }

  async exportEntities(request: EntitiesSelection = {}): Promise<Blob> {
    const response = await this.#http.send(withQuery('entities.csv', request));
    return (await orThrow(response)).blob();
  }

  async summarizeEntities(
    request: SummarizeEntitiesRequest,
  ): Promise<EntitiesSummary> {
    return this.#http.get('summary', request);
  }

  async getTrends(request: TrendsRequest): Promise<Trends> {
    return this.#http.get('trends', { ...request, ...periodOf(request) });
  }

  async listActivity(
    request: ListActivityRequest = {},
  ): Promise<ListActivityResponse> {
    return this.#http.get('activity', request);
  }

  async getReadiness(entityRef?: string): Promise<ReadinessOverview> {
    return this.#http.get(
      entityRef === undefined ? 'readiness' : `readiness/${pathOf(entityRef)}`,
    );
  }

  async getPolicy(): Promise<PolicySummary> {
    return this.#http.get('policy');
  }

  async getGuardrailMatrix(
    request: GuardrailMatrixRequest = {},
  ): Promise<GuardrailMatrix> {
    return this.#http.get('guardrails', request);
  }

  async listIncidents(
    request: ListIncidentsRequest = {},
  ): Promise<ListIncidentsResponse> {
    return this.#http.get('incidents', request);
  }

  async changeIncident(
    key: IncidentKey,
    change: IncidentChange,
  ): Promise<RecordedIncident> {
    const path = `incidents/${segments(key.source, key.id)}`;
    return this.#http.write('PATCH', path, toWire(change));
  }

  async listDeployments(
    request: ListDeploymentsRequest = {},
  ): Promise<ListDeploymentsResponse> {
    return this.#http.get('deployments', {
      ...request,
      from: periodOf(request).from,
    });
  }

  async reviewDeployment(
    key: DeploymentKey,
    review: { completedAt?: number; url?: string } = {},
  ): Promise<RecordedDeployment> {
    const path = `deployments/${segments(key.source, key.id)}/review`;
    return this.#http.write('POST', path, toWire(review));
  }

  async listAttestations(entityRef: string): Promise<RecordedAttestation[]> {
    const { items } = await this.#http.get<{ items: RecordedAttestation[] }>(
      'attestations',
      { entity: entityRef },
    );
    return items;
  }

  async attest(answers: NewAttestation[]): Promise<BatchResponse> {
    const body = { items: answers.map(toWire) };
    return this.#http.write('POST', 'attestations', body, { rejected: 400 });
  }

  async withdrawAttestation(id: string): Promise<RecordedAttestation> {
    return this.#http.write('POST', `attestations/${segments(id)}/withdraw`);
  }

  async listExemptions(
    request: ListExemptionsRequest = {},
  ): Promise<ListExemptionsResponse> {
    return this.#http.get('exemptions', request);
  }

  async requestExemption(
    request: ExemptionRequest,
  ): Promise<RecordedExemption> {
    return this.#http.write('POST', 'exemptions', toWire(request));
  }

  async withdrawExemption(id: string): Promise<RecordedExemption> {
    return this.#http.write('POST', `exemptions/${segments(id)}/withdraw`);
  }

  async getNeeds(): Promise<Needs> {
    return this.#http.get('needs');
  }

  async getObjective(domainRef: string): Promise<Objective | undefined> {
    const response = await this.#http.send(`objectives/${pathOf(domainRef)}`);
    return response.status === 404 ? undefined : this.#http.read(response);
  }

  async setObjective(
    domainRef: string,
    objective: NewObjective,
  ): Promise<Objective> {
    const path = `objectives/${pathOf(domainRef)}`;
    return this.#http.write('PUT', path, toWire(objective));
  }

  async getHealth(): Promise<AutonomyHealth> {
    return this.#http.get('health');
  }
}

function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}

/** Instants are ISO 8601 in requests. */
function periodOf({ from, to }: { from?: number; to?: number }) {
  const instantOf = (time: number | undefined) =>
    time === undefined ? undefined : new Date(time).toISOString();
  return { from: instantOf(from), to: instantOf(to) };
}
