import type { AutonomyPolicyApi } from './AutonomyPolicyApi';
import type {
  CheckInsights,
  CheckInsightsRequest,
  KnownFacts,
} from './checkInsight';
import {
  Connection,
  orThrow,
  segments,
  toWire,
  withQuery,
  type AutonomyClientOptions,
} from './Connection';
import type {
  ImportResult,
  NewPolicyDraft,
  PolicyDocumentKey,
  PolicyDocuments,
  PolicyDocumentText,
  PolicyDraft,
  PolicyDraftChange,
  PolicyStarter,
  PolicyVerdict,
  PublishedVersion,
  PublishedVersionText,
  PublishRequest,
  RetireRequest,
  RollBackRequest,
} from './policyDocuments';
import type {
  ListMovesRequest,
  ListMovesResponse,
  MoveGroups,
  MovesFilter,
  NewSimulation,
  PolicyApplicability,
  PolicyTrial,
  PolicyTrialRequest,
  Simulation,
} from './simulations';

/**
 * {@link AutonomyPolicyApi} over HTTP.
 * @public
 */
export class AutonomyPolicyClient implements AutonomyPolicyApi {
  readonly #http: Connection;

  constructor(options: AutonomyClientOptions) {
    this.#http = new Connection(options);
  }

  async listDocuments(): Promise<PolicyDocuments> {
    return this.#http.get('policy/documents');
  }

  async getDocument(
    key: PolicyDocumentKey,
  ): Promise<PolicyDocumentText | undefined> {
    return this.#find(`policy/documents/${pathOf(key)}`);
  }

  async listVersions(): Promise<PublishedVersion[]> {
    return this.#items('policy/versions');
  }

  async getVersion(number: number): Promise<PublishedVersionText | undefined> {
    return this.#find(`policy/versions/${number}`);
  }

  async withdrawVersion(
    number: number,
    note: string,
  ): Promise<PublishedVersion> {
    const path = `policy/versions/${number}/withdraw`;
    return this.#http.write('POST', path, { note });
  }

  async rollBack(
    key: PolicyDocumentKey,
    request: RollBackRequest,
  ): Promise<PublishedVersion> {
    const path = `policy/documents/${pathOf(key)}/roll-back`;
    return this.#http.write('POST', path, request);
  }

  async retire(
    key: PolicyDocumentKey,
    request: RetireRequest,
  ): Promise<PublishedVersion> {
    const path = `policy/documents/${pathOf(key)}/retire`;
    return this.#http.write('POST', path, dated(request));
  }

  async listDrafts(): Promise<PolicyDraft[]> {
    return this.#items('policy/drafts');
  }

  async getDraft(id: string): Promise<PolicyDraft | undefined> {
    return this.#find(`policy/drafts/${segments(id)}`);
  }

  async createDraft(draft: NewPolicyDraft): Promise<PolicyDraft> {
    return this.#http.write('POST', 'policy/drafts', draft);
  }

  async changeDraft(
    id: string,
    change: PolicyDraftChange,
  ): Promise<PolicyDraft> {
    return this.#http.write('PUT', `policy/drafts/${segments(id)}`, change);
  }

  async discardDraft(id: string, revision: number): Promise<void> {
    const path = withQuery(`policy/drafts/${segments(id)}`, { revision });
    await orThrow(await this.#http.send(path, { method: 'DELETE' }));
  }

  async publishDraft(
    id: string,
    request: PublishRequest,
  ): Promise<PublishedVersion> {
    const path = `policy/drafts/${segments(id)}/publish`;
    return this.#http.write('POST', path, dated(request));
  }

  async validate(yaml: string): Promise<PolicyVerdict> {
    return this.#http.write('POST', 'policy/validate', { yaml });
  }

  async exportDocuments(keys: PolicyDocumentKey[] = []): Promise<string> {
    const document = keys.map(({ kind, name }) => `${kind}/${name}`);
    const path = withQuery('policy/export', { document });
    return (await orThrow(await this.#http.send(path))).text();
  }

  async importDocuments(yaml: string): Promise<ImportResult> {
    return this.#http.write('POST', 'policy/import', { yaml });
  }

  async listStarters(): Promise<PolicyStarter[]> {
    return this.#items('policy/starters');
  }

  async tryOn(request: PolicyTrialRequest): Promise<PolicyTrial> {
    return this.#http.write('POST', 'policy/trial', request);
  }

  async countApplicable(yaml: string): Promise<PolicyApplicability> {
    return this.#http.write('POST', 'policy/applicability', { yaml });
  }

  async listFacts(): Promise<KnownFacts> {
    return this.#http.get('policy/facts');
  }

  async getCheckInsights(
    request: CheckInsightsRequest = {},
  ): Promise<CheckInsights> {
    return this.#http.get('checks', request);
  }

  async startSimulation(simulation: NewSimulation): Promise<Simulation> {
    return this.#http.write('POST', 'simulations', simulation);
  }

  async listSimulations(draftId?: string): Promise<Simulation[]> {
    return this.#items(withQuery('simulations', { draftId }));
  }

  async getSimulation(id: string): Promise<Simulation | undefined> {
    return this.#find(`simulations/${segments(id)}`);
  }

  async cancelSimulation(id: string): Promise<Simulation> {
    return this.#http.write('POST', `simulations/${segments(id)}/cancel`);
  }

  async listMoves(
    id: string,
    request: ListMovesRequest = {},
  ): Promise<ListMovesResponse> {
    return this.#http.get(`simulations/${segments(id)}/moves`, request);
  }

  async getMoveGroups(id: string, by: 'domain' | 'owner'): Promise<MoveGroups> {
    return this.#http.get(`simulations/${segments(id)}/groups`, { by });
  }

  async exportMoves(
    id: string,
    format: 'csv' | 'markdown',
    filter: MovesFilter = {},
  ): Promise<Blob> {
    const file = format === 'csv' ? 'moves.csv' : 'report.md';
    const path = withQuery(`simulations/${segments(id)}/${file}`, filter);
    return (await orThrow(await this.#http.send(path))).blob();
  }

  async #find<T>(path: string): Promise<T | undefined> {
    const response = await this.#http.send(path);
    return response.status === 404 ? undefined : this.#http.read(response);
  }

  async #items<T>(path: string): Promise<T[]> {
    return (await this.#http.get<{ items: T[] }>(path)).items;
  }
}

function pathOf({ kind, name }: PolicyDocumentKey): string {
  return segments(kind, name);
}

/** Instants are ISO 8601 in requests. */
function dated<T extends { effectiveFrom?: number }>(request: T): unknown {
  const { effectiveFrom, ...rest } = request;
  return {
    ...(toWire(rest) as object),
    ...(effectiveFrom !== undefined && {
      effectiveFrom: new Date(effectiveFrom).toISOString(),
    }),
  };
}
