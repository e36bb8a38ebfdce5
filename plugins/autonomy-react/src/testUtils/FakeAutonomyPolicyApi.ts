import type {
  AutonomyPolicyApi,
  CheckInsight,
  CheckInsights,
  CheckInsightsRequest,
  ImportResult,
  KnownFact,
  KnownFacts,
  ListMovesRequest,
  ListMovesResponse,
  MoveGroups,
  MovesFilter,
  NewPolicyDraft,
  NewSimulation,
  PolicyApplicability,
  PolicyChange,
  PolicyDocumentKey,
  PolicyDocuments,
  PolicyDocumentText,
  PolicyDraft,
  PolicyDraftChange,
  PolicyOrigin,
  PolicyStarter,
  PolicyTrial,
  PolicyVerdict,
  PublishedVersion,
  PublishedVersionText,
  PublishRequest,
  RetireRequest,
  RollBackRequest,
  SimulatedMove,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { conflict, isWanted } from './fakePages';
import { FakePolicyDocuments } from './fakePolicyDocuments';
import { FakePolicyDrafts } from './fakePolicyDrafts';
import { describe, isSame, split, verdictOf } from './fakePolicyTexts';
import { FakeSimulations } from './fakeSimulations';
import { policyTexts } from './policyTexts';

/** @public */
export interface FakeAutonomyPolicyApiOptions {
  /** What is in force before anything is published; by default a small policy that is built in. */
  documents?: { yaml: string; origin: PolicyOrigin }[];
  problems?: PolicyDocuments['problems'];
  /** What was published; their states follow from the time. */
  versions?: Omit<PublishedVersionText, 'state'>[];
  /** What every text would change; by default what is found where the documents are a whole policy. */
  changes?: PolicyChange[];
  starters?: PolicyStarter[];
  insights?: CheckInsight[];
  facts?: KnownFact[];
  trial?: Partial<PolicyTrial>;
  applicability?: Partial<PolicyApplicability>;
  simulations?: Simulation[];
  /** Those of every simulation. */
  moves?: SimulatedMove[];
  /** What a simulation is like as soon as it is started; by default done. */
  started?: Partial<Simulation>;
  /** UTC milliseconds. */
  now?: () => number;
}

/**
 * {@link @aligned-autonomy/backstage-plugin-autonomy-common#AutonomyPolicyApi} over values in memory, for tests and
 * development without a backend. It remembers what is written, by `user:default/guest`, and refuses what somebody
 * else was quicker with.
 * @public
 */
export class FakeAutonomyPolicyApi implements AutonomyPolicyApi {
  readonly #documents: FakePolicyDocuments;
  readonly #drafts: FakePolicyDrafts;
  readonly #now: () => number;
  readonly #options: FakeAutonomyPolicyApiOptions;
  readonly #simulations: FakeSimulations;

  constructor(options: FakeAutonomyPolicyApiOptions = {}) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    const { moves = [], simulations = [], started = {} } = options;
    this.#documents = new FakePolicyDocuments(
      options.documents ?? builtIn(),
      options.versions ?? [],
      this.#now,
    );
    this.#drafts = new FakePolicyDrafts({
      now: this.#now,
      textOf: key => this.#documents.get(key, [])?.yaml,
      verdictOf: yaml => this.#verdictOf(yaml),
    });
    this.#simulations = new FakeSimulations(simulations, moves, started);
  }

  async listDocuments(): Promise<PolicyDocuments> {
    const { problems = [] } = this.#options;
    const drafts = this.#drafts.summaries();
    const items = this.#documents.list(drafts);
    const newDrafts = drafts.filter(
      ({ kind, name }) =>
        !items.some(item => item.kind === kind && item.name === name),
    );
    const [newest] = this.#documents.versions();
    return { version: `${newest?.number ?? 0}`, items, newDrafts, problems };
  }

  async getDocument(
    key: PolicyDocumentKey,
  ): Promise<PolicyDocumentText | undefined> {
    return this.#documents.get(key, this.#drafts.summaries());
  }

  async listVersions(): Promise<PublishedVersion[]> {
    return this.#documents.versions();
  }

  async getVersion(number: number): Promise<PublishedVersionText | undefined> {
    return this.#documents.version(number);
  }

  async withdrawVersion(
    number: number,
    note: string,
  ): Promise<PublishedVersion> {
    return this.#documents.withdraw(number, note);
  }

  async rollBack(
    key: PolicyDocumentKey,
    request: RollBackRequest,
  ): Promise<PublishedVersion> {
    const version = this.#documents.rollBack(key, request);
    this.#drafts.outdate(key);
    return version;
  }

  async retire(
    key: PolicyDocumentKey,
    request: RetireRequest,
  ): Promise<PublishedVersion> {
    const version = this.#documents.retire(key, request);
    this.#drafts.outdate(key);
    return version;
  }

  async listDrafts(): Promise<PolicyDraft[]> {
    return this.#drafts.list();
  }

  async getDraft(id: string): Promise<PolicyDraft | undefined> {
    return this.#drafts.find(id);
  }

  async createDraft(draft: NewPolicyDraft): Promise<PolicyDraft> {
    return this.#drafts.create(draft);
  }

  async changeDraft(
    id: string,
    change: PolicyDraftChange,
  ): Promise<PolicyDraft> {
    return this.#drafts.change(id, change);
  }

  async discardDraft(id: string, revision: number): Promise<void> {
    this.#drafts.discard(id, revision);
  }

  async publishDraft(
    id: string,
    request: PublishRequest,
  ): Promise<PublishedVersion> {
    const { effectiveFrom, note, revision, simulationId } = request;
    const draft = this.#drafts.read(id, revision);
    if (draft.isOutdated) {
      throw conflict('The document was published anew since the draft began');
    }
    const { kind, name, yaml } = draft;
    const published = this.#documents.publish({
      ...{ kind, name, yaml, note, effectiveFrom, simulationId },
      action: 'publish',
      changes: this.#verdictOf(yaml).changes,
    });
    this.#drafts.discard(id, revision);
    return published;
  }

  async validate(yaml: string): Promise<PolicyVerdict> {
    return this.#verdictOf(yaml);
  }

  async exportDocuments(keys: PolicyDocumentKey[] = []): Promise<string> {
    const all = this.#documents.list([]);
    const wanted = keys.length
      ? all.filter(each => keys.some(key => isSame(each, key)))
      : all.filter(({ origin }) => origin.type !== 'built-in');
    return wanted.map(key => this.#documents.textOf(key)).join('---\n');
  }

  async importDocuments(yaml: string): Promise<ImportResult> {
    return {
      items: split(yaml).map(text => {
        const { kind, name } = describe(text);
        const key = { kind, name };
        if (this.#documents.textOf(key)?.trim() === text.trim()) {
          return { key, status: 'unchanged' };
        }
        const open = this.#drafts.list().find(each => isSame(each, key));
        if (open) {
          const { id, revision } = open;
          this.#drafts.change(id, { revision, yaml: text });
          return { key, status: 'draft-replaced', draftId: id };
        }
        const { id } = this.#drafts.create({ yaml: text });
        return { key, status: 'draft-created', draftId: id };
      }),
    };
  }

  async listStarters(): Promise<PolicyStarter[]> {
    return this.#options.starters ?? [];
  }

  async tryOn(): Promise<PolicyTrial> {
    return { issues: [], checks: [], ...this.#options.trial };
  }

  async countApplicable(yaml: string): Promise<PolicyApplicability> {
    return {
      issues: this.#verdictOf(yaml).issues,
      inScope: 0,
      selected: 0,
      checks: [],
      examples: [],
      ...this.#options.applicability,
    };
  }

  async listFacts(): Promise<KnownFacts> {
    return { items: this.#options.facts ?? [] };
  }

  async getCheckInsights(
    request: CheckInsightsRequest = {},
  ): Promise<CheckInsights> {
    const { insights = [] } = this.#options;
    const items = insights.filter(
      ({ domain, role, scorecard }) =>
        isWanted(request.domain, domain) &&
        [undefined, role].includes(request.role) &&
        [undefined, scorecard].includes(request.scorecard),
    );
    return { isWithheld: false, entities: 80, items };
  }

  async startSimulation(simulation: NewSimulation): Promise<Simulation> {
    const draft = this.#drafts.find(simulation.draftId ?? '');
    return this.#simulations.start(
      draft && { id: draft.id, revision: draft.revision },
      this.#now(),
    );
  }

  async listSimulations(draftId?: string): Promise<Simulation[]> {
    return this.#simulations.list(draftId);
  }

  async getSimulation(id: string): Promise<Simulation | undefined> {
    return this.#simulations.find(id);
  }

  async cancelSimulation(id: string): Promise<Simulation> {
    return this.#simulations.cancel(id);
  }

  async listMoves(
    _id: string,
    request: ListMovesRequest = {},
  ): Promise<ListMovesResponse> {
    return this.#simulations.moves(request);
  }

  async getMoveGroups(
    _id: string,
    by: 'domain' | 'owner',
  ): Promise<MoveGroups> {
    return this.#simulations.groups(by);
  }

  async exportMoves(
    _id: string,
    _format: 'csv' | 'markdown',
    filter: MovesFilter = {},
  ): Promise<Blob> {
    return this.#simulations.export(filter);
  }

  #verdictOf(yaml: string): PolicyVerdict {
    const inForce = this.#documents
      .list([])
      .flatMap(key => this.#documents.textOf(key) ?? []);
    return verdictOf(yaml, inForce, this.#options.changes);
  }
}

function builtIn(): { yaml: string; origin: PolicyOrigin }[] {
  return Object.entries(policyTexts).map(([name, yaml]) => ({
    yaml,
    origin: { type: 'built-in', place: `${name}.yaml` },
  }));
}
