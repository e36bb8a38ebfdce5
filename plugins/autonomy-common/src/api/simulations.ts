import type {
  AutonomyLevel,
  CheckResult,
  CheckState,
  DecisionRight,
  EntityGuardrailStatus,
  GuardrailStatus,
} from '../model';
import type { PolicyChange } from '../policy/diff';
import type { PolicyDocumentIssue } from './policyDocuments';

/** Something that was one thing and would be another; `undefined` where it is not there. @public */
export interface Shift<T> {
  from?: T;
  to?: T;
}

/** What would be otherwise about one entity; what stays as it is, is left out. @public */
export interface SimulatedDifference {
  level?: Shift<AutonomyLevel>;
  guardrailStatus?: Shift<EntityGuardrailStatus>;
  /** 0..100; absent on a side where no check applies. */
  readiness?: Shift<number>;
  /** 0..1 */
  accountability?: Shift<number>;
  checks: (Shift<CheckState> & { id: string })[];
  guardrails: (Shift<GuardrailStatus> & { id: string })[];
  /** The effective rights. */
  rights: (Shift<DecisionRight> & { area: string })[];
}

/** What a draft would change about one entity. @public */
export interface SimulatedMove {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  /** The moment the draft holds; absent where nothing differs then. */
  atOnce?: SimulatedDifference;
  /** When every grace has passed, announced checks count, and nobody has mended anything. */
  settled?: SimulatedDifference;
}

/** In how many entities something moves. @public */
export interface MoveCounts {
  /** Any difference at all. */
  entities: number;
  checks: number;
  guardrailWorse: number;
  guardrailBetter: number;
  levelDown: number;
  levelUp: number;
  /** Entities that lose a right in at least one area. */
  rightsLost: number;
  rightsGained: number;
}

/** @public */
export type SimulationState =
  | 'queued'
  | 'running'
  | 'done'
  | 'cancelled'
  | 'failed';

/** A draft tried on everything that is stored. Instants are UTC milliseconds. @public */
export interface Simulation {
  id: string;
  state: SimulationState;
  createdBy: string;
  createdAt: number;
  finishedAt?: number;
  /** The instant at which both sides are evaluated. */
  asOf: number;
  /** Version of the policy that it is compared with. */
  comparedWith: string;
  /** The draft, and its revision then; absent for texts that were sent. */
  draft?: { id: string; revision: number };
  /** The policy in force has changed since. */
  isOutdated: boolean;
  /** What differs between the policies. */
  changes: PolicyChange[];
  progress: { done: number; total: number };
  /** Entities that could not be evaluated, with the first reason. */
  failed?: { entities: number; reason: string };
  /** Of the entities that the caller may read. */
  atOnce: MoveCounts;
  settled: MoveCounts;
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld?: boolean;
  /** Why it failed. */
  message?: string;
}

/** A draft, or texts over what is in force: each replaces the document of its name. @public */
export type NewSimulation =
  | { draftId: string; yaml?: undefined }
  | { yaml: string; draftId?: undefined };

/** Which moves are meant. @public */
export interface MovesFilter {
  owner?: string[];
  domain?: string[];
  /** `settled` unless told. */
  when?: 'at-once' | 'settled';
  /** Several are alternatives. */
  what?: SimulatedMoveKind[];
  /** Case-insensitive part of the name or title. */
  text?: string;
}

/** @public */
export const SIMULATED_MOVE_KINDS = [
  'rights-lost',
  'rights-gained',
  'level-down',
  'level-up',
  'guardrail-worse',
  'guardrail-better',
  'checks',
] as const;

/** @public */
export type SimulatedMoveKind = (typeof SIMULATED_MOVE_KINDS)[number];

/** @public */
export interface ListMovesRequest extends MovesFilter {
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** Of the entities that the caller may read, in the order of their refs. @public */
export interface ListMovesResponse {
  items: SimulatedMove[];
  /** Absent where it cannot be told without reading them all. */
  totalItems?: number;
  pageInfo: { nextCursor?: string };
}

/** Moves of the entities that the caller may read, for each domain or team. @public */
export interface MoveGroups {
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld: boolean;
  groups: {
    /** Absent for the entities that have none. */
    ref?: string;
    /** Of that entity, where it is known. */
    title?: string;
    atOnce: MoveCounts;
    settled: MoveCounts;
  }[];
}

/** A draft tried on one entity. @public */
export interface PolicyTrialRequest {
  yaml: string;
  entityRef: string;
  /** Only this check; every check of the texts unless told. */
  checkId?: string;
}

/** @public */
export interface PolicyTrial {
  issues: PolicyDocumentIssue[];
  /** What each check says, with the values it read. */
  checks: CheckResult[];
  difference?: Pick<SimulatedMove, 'atOnce' | 'settled'>;
}

/** To how many entities the checks of a scorecard would apply. @public */
export interface PolicyApplicability {
  issues: PolicyDocumentIssue[];
  /** Entities that the caller may read and that are in scope. */
  inScope: number;
  /** Selected by the filter of the scorecard, or of any of several. */
  selected: number;
  checks: { id: string; applies: number }[];
  /** Some of those that apply, by ref. */
  examples: string[];
}
