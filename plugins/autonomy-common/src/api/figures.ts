import type {
  AutonomyLevel,
  EntityGuardrailStatus,
  ReadinessBand,
  Tier,
} from '../model';
import type { EntitiesFilter } from './types';

/** How many of some entities stand where. @public */
export interface EntityFigures {
  entities: number;
  levels: Record<AutonomyLevel, number>;
  guardrails: Record<EntityGuardrailStatus, number>;
  /** The average of those that have one, 0..100; absent where none has. */
  readiness?: number;
  /** The average, 0..1; absent without entities. */
  accountability?: number;
  /** Entities with an area in which the team decides more than is recommended. */
  surplus: number;
  /** Entities with an area in which the team decides less than is recommended. */
  deficit: number;
  /** Entities whose result rests on stale facts or silent sources. */
  stale: number;
  /** Guardrails of all the entities together. */
  guardrailPairs: number;
  /** Those of them that are exempt. */
  exemptPairs: number;
  /** `exemptPairs / guardrailPairs`; absent without guardrails. */
  exemptionDebt?: number;
}

/** The figures of a day that is over, or of today so far. @public */
export interface DailyFigures extends EntityFigures {
  /** `YYYY-MM-DD`, of UTC. */
  day: string;
}

/** What entities can be grouped by. @public */
export const SUMMARY_GROUPINGS = [
  'domain',
  'system',
  'owner',
  'tier',
  'level',
] as const;

/** @public */
export type SummaryGrouping = (typeof SUMMARY_GROUPINGS)[number];

/** The figures of now, and what they were. @public */
export interface SummaryFigures extends EntityFigures {
  bands: Record<ReadinessBand | 'none', number>;
  /** What they were about 30 days ago; absent where nothing was counted then. */
  before?: DailyFigures;
}

/** The figures of the entities of one group. @public */
export interface SummaryGroup extends SummaryFigures {
  /** The Domain, System or owner; absent for the entities that have none. */
  ref?: string;
  /** Of that entity, where it is known. */
  title?: string;
  /** The tier or the level. */
  value?: Tier | AutonomyLevel;
}

/** How many of the entities that the caller may read stand where. @public */
export interface EntitiesSummary {
  groupBy: SummaryGrouping;
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld: boolean;
  /** The largest first. */
  groups: SummaryGroup[];
  /** How many groups there are; absent where it is withheld. */
  totalGroups?: number;
  /** Of all groups, those included that are not shown; absent where it is withheld. */
  totals?: SummaryFigures;
  /**
   * Whether `before` is shown. `withheld`: it counts entities that the caller may not read; `none`: there is
   * nothing to compare with, because days are counted without filters, or nothing was counted then.
   */
  trend: 'shown' | 'withheld' | 'none';
}

/** @public */
export interface SummarizeEntitiesRequest extends EntitiesFilter {
  groupBy: SummaryGrouping;
  /** How many groups are shown: 1..500, default 100. */
  limit?: number;
}

/** What daily figures are kept of. @public */
export const TREND_KINDS = [
  'organisation',
  'domain',
  'system',
  'owner',
] as const;

/** @public */
export type TrendKind = (typeof TREND_KINDS)[number];

/** @public */
export interface TrendsRequest {
  kind: TrendKind;
  /** The Domain, System or owner; absent for the entities that have none, and for the organisation. */
  ref?: string;
  /** UTC milliseconds; 90 days before `to` unless told. */
  from?: number;
  /** UTC milliseconds; now unless told. */
  to?: number;
}

/** @public */
export interface Trends {
  kind: TrendKind;
  ref?: string;
  /** In the order of time. A day on which nothing was counted is missing. */
  days: DailyFigures[];
}
