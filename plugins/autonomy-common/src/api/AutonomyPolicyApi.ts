import type {
  CheckInsights,
  CheckInsightsRequest,
  KnownFacts,
} from './checkInsight';
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
 * How the policy is read, edited, tried and published.
 *
 * @remarks
 *
 * Every method throws a `ResponseError` on any answer but the ones it documents; 409 where somebody else was quicker,
 * in which case nothing is written.
 *
 * @public
 */
export interface AutonomyPolicyApi {
  /** What the policy in force is made of, and where each document comes from. */
  listDocuments(): Promise<PolicyDocuments>;

  /** One document as it was written; undefined where there is, and was, none. */
  getDocument(key: PolicyDocumentKey): Promise<PolicyDocumentText | undefined>;

  /** Every publication, the newest first. */
  listVersions(): Promise<PublishedVersion[]>;

  /** What was published under a number, and what it changed. */
  getVersion(number: number): Promise<PublishedVersionText | undefined>;

  /** Takes a publication back that does not count yet. */
  withdrawVersion(number: number, note: string): Promise<PublishedVersion>;

  /** Publishes the content of an earlier version again, at once. */
  rollBack(
    key: PolicyDocumentKey,
    request: RollBackRequest,
  ): Promise<PublishedVersion>;

  /** Takes a document away: what was published here, or a built-in scorecard. */
  retire(
    key: PolicyDocumentKey,
    request: RetireRequest,
  ): Promise<PublishedVersion>;

  listDrafts(): Promise<PolicyDraft[]>;

  getDraft(id: string): Promise<PolicyDraft | undefined>;

  /** Begins a draft; a document has one at a time. */
  createDraft(draft: NewPolicyDraft): Promise<PolicyDraft>;

  changeDraft(id: string, change: PolicyDraftChange): Promise<PolicyDraft>;

  discardDraft(id: string, revision: number): Promise<void>;

  /** Publishes a draft, at once or from a later instant on. */
  publishDraft(id: string, request: PublishRequest): Promise<PublishedVersion>;

  /** What is to be said of some text before it is published. */
  validate(yaml: string): Promise<PolicyVerdict>;

  /** Documents as YAML: those that are given, or all that are not built in. */
  exportDocuments(keys?: PolicyDocumentKey[]): Promise<string>;

  /** Makes a draft of every document of a text that differs from what is in force. */
  importDocuments(yaml: string): Promise<ImportResult>;

  /** Scorecards to begin with. */
  listStarters(): Promise<PolicyStarter[]>;

  /** Tries some text on one entity. */
  tryOn(request: PolicyTrialRequest): Promise<PolicyTrial>;

  /** To how many entities the checks of a scorecard would apply. */
  countApplicable(yaml: string): Promise<PolicyApplicability>;

  /** The facts that expressions can read. */
  listFacts(): Promise<KnownFacts>;

  /** How the checks in force fare. */
  getCheckInsights(request?: CheckInsightsRequest): Promise<CheckInsights>;

  /** Tries a draft, or some text, on every entity; it is worked off in the background. */
  startSimulation(simulation: NewSimulation): Promise<Simulation>;

  /** The newest first, at most 50; of one draft where it is given. */
  listSimulations(draftId?: string): Promise<Simulation[]>;

  getSimulation(id: string): Promise<Simulation | undefined>;

  cancelSimulation(id: string): Promise<Simulation>;

  /** One page of the entities that would move. */
  listMoves(id: string, request?: ListMovesRequest): Promise<ListMovesResponse>;

  /** How many entities of each domain or team would move. */
  getMoveGroups(id: string, by: 'domain' | 'owner'): Promise<MoveGroups>;

  /** All moves, as CSV (UTF-8, with a header) or as a report in Markdown. */
  exportMoves(
    id: string,
    format: 'csv' | 'markdown',
    filter?: MovesFilter,
  ): Promise<Blob>;
}
