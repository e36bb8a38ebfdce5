import type { ScorecardRole } from '../model';
import type { FactType } from '../engine/cel';

/** How one check fares over the entities that the caller may read. Shares are 0..1. @public */
export interface CheckInsight {
  id: string;
  title: string;
  role: ScorecardRole;
  scorecard: string;
  /** The governance domain whose overlay adds it. */
  domain?: string;
  /** To how many entities it applies; those it is announced to are counted apart. */
  applies: number;
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  announced: number;
  /** pass / applies; absent where it applies to none. */
  passRate?: number;
  /** unknown / applies; absent where it applies to none. */
  unknownShare?: number;
  /** applies / entities in scope; absent where there are none. */
  coverage?: number;
  /** It counted on at least 30 of the last 90 days, and no entity failed it, or needed an exemption, on any of them. */
  nobodyFails: boolean;
  /** One point for each day on which it was counted, the oldest first, 90 at the most; UTC days. */
  trend: { day: string; passRate: number }[];
  /** Exemptions from it that are in force, and requests that wait. */
  exemptions: { inForce: number; requested: number };
}

/** @public */
export interface CheckInsights {
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld: boolean;
  entities: number;
  items: CheckInsight[];
}

/** @public */
export interface CheckInsightsRequest {
  domain?: string[];
  owner?: string[];
  scorecard?: string;
  role?: ScorecardRole;
}

/** A fact that expressions can read. @public */
export interface KnownFact {
  /** `collector.path` */
  path: string;
  type: FactType;
  /** Declared by its collector, or only seen in what was reported. */
  isDeclared: boolean;
  /**
   * Of how many entities in scope it is known; absent for facts that the engine derives. Estimated from 500 of
   * them where there are more.
   */
  entities?: number;
  /** A value that was reported, as JSON; at most 80 characters. */
  example?: string;
}

/** @public */
export interface KnownFacts {
  items: KnownFact[];
}
