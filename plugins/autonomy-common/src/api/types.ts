import type {
  AutonomyLevel,
  CheckState,
  DecisionRight,
  EntityGuardrailStatus,
  GuardrailStatus,
  ReadinessBand,
  Tier,
} from '../model';

/** One row of the list of entities. @public */
export interface AutonomyEntitySummary {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  title?: string;
  type?: string;
  ownerRef?: string;
  systemRef?: string;
  domainRef?: string;
  tier: Tier;
  level: AutonomyLevel;
  levelTitle: string;
  /** The level whose requirements are met now; absent in a result of an earlier version. */
  eligibleLevel?: AutonomyLevel;
  /** Since when the level is not held, in UTC milliseconds; absent where it is. */
  atRiskSince?: number;
  /** The level that waits for a board. */
  proposedLevel?: AutonomyLevel;
  guardrailStatus: EntityGuardrailStatus;
  /** Breached or unknown guardrails. */
  guardrailsBreached: number;
  /** Each guardrail that counts. */
  guardrails: { id: string; status: GuardrailStatus }[];
  /** 0..100 */
  readiness?: number;
  readinessBand?: ReadinessBand;
  readinessGaps: number;
  /** 0..1 */
  accountability: number;
  /** The right in force in each area. */
  rights: { area: string; right: DecisionRight }[];
  /** The priority of the most urgent area in which the team decides more than is recommended. */
  surplus?: number;
  /** The priority of the most urgent area in which the team decides less than is recommended. */
  deficit?: number;
  /** It rests on stale facts, or a source that watches it is silent. */
  isStale: boolean;
  /** UTC milliseconds. */
  evaluatedAt: number;
}

/** Fields the list can be sorted by. @public */
export const ENTITY_SORT_FIELDS = [
  'name',
  'level',
  'guardrailStatus',
  'readiness',
  'accountability',
  'tier',
  'owner',
  'domain',
  'surplus',
  'deficit',
] as const;

/** @public */
export type EntitySortField = (typeof ENTITY_SORT_FIELDS)[number];

/**
 * Which entities are meant. Several values of one filter are alternatives; different filters must all
 * hold.
 * @public
 */
export interface EntitiesFilter {
  kind?: string[];
  type?: string[];
  owner?: string[];
  system?: string[];
  domain?: string[];
  tier?: Tier[];
  level?: AutonomyLevel[];
  guardrailStatus?: EntityGuardrailStatus[];
  minReadiness?: number;
  maxReadiness?: number;
  /** Case-insensitive part of the name or title. */
  text?: string;
  /** The team decides more (surplus) or less (deficit) than is recommended. */
  mismatch?: ('surplus' | 'deficit')[];
  stale?: boolean;
  /** Whether the level is at risk. */
  atRisk?: boolean;
  /** Whether a promotion waits for a board. */
  proposed?: boolean;
  /** Id of a readiness check: those of which it is true what `readinessState` says. */
  readinessItem?: string;
  /** `fail`, `unknown` and `exempt` unless told: it applies and does not pass. */
  readinessState?: CheckState[];
  /** Id of a guardrail: those of which it is true what `guardrailState` says. */
  guardrail?: string;
  /** `at-risk`, `breached` and `unknown` unless told. */
  guardrailState?: GuardrailStatus[];
}

/**
 * Filter and order of a list. Entities without a readiness are the lowest; those without a surplus or
 * deficit come last in either order. Equals are in the order of their refs, in the same direction.
 * @public
 */
export interface EntitiesSelection extends EntitiesFilter {
  orderBy?: EntitySortField;
  order?: 'asc' | 'desc';
}

/** Filter, order and page of the list. @public */
export interface ListEntitiesRequest extends EntitiesSelection {
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListEntitiesResponse {
  items: AutonomyEntitySummary[];
  /** Entities that match and that the caller may read; absent where it cannot be told without reading them all. */
  totalItems?: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/** What became of one item of a batch. @public */
export interface BatchItemResult {
  index: number;
  status: 'stored' | 'unchanged' | 'rejected';
  id?: string;
  error?: { field: string; message: string };
}

/** Answer to every batch of evidence. @public */
export interface BatchResponse {
  stored: number;
  unchanged: number;
  rejected: number;
  results: BatchItemResult[];
}
