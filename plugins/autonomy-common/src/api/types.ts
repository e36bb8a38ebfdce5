import type {
  AutonomyLevel,
  EntityGuardrailStatus,
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
  guardrailStatus: EntityGuardrailStatus;
  /** Breached or unknown guardrails. */
  guardrailsBreached: number;
  /** 0..100 */
  readiness?: number;
  readinessBand?: ReadinessBand;
  readinessGaps: number;
  /** 0..1 */
  accountability: number;
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
] as const;

/** @public */
export type EntitySortField = (typeof ENTITY_SORT_FIELDS)[number];

/**
 * Filters, order and page of the list. Several values of one filter are alternatives;
 * different filters must all hold.
 * @public
 */
export interface ListEntitiesRequest {
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
  orderBy?: EntitySortField;
  order?: 'asc' | 'desc';
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
