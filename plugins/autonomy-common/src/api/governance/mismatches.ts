import type { Consequence, DecisionRight, Tier } from '../../model';

/** A team decides more or less than its record recommends. Model section 8. @public */
export interface Mismatch {
  entityRef: string;
  entityTitle?: string;
  domainRef?: string;
  ownerRef?: string;
  tier: Tier;
  area: string;
  areaTitle: string;
  consequence: Consequence;
  actual: DecisionRight;
  source: 'grant' | 'agreed' | 'claimed';
  recommended: DecisionRight;
  /** Positive is surplus, negative deficit. */
  difference: number;
  priority: number;
  /** 0..1 */
  trust: number;
}

/** @public */
export interface MismatchFilter {
  domain?: string[];
  owner?: string[];
  entity?: string[];
  area?: string[];
}

/** @public */
export interface ListMismatchesRequest extends MismatchFilter {
  kind: 'surplus' | 'deficit';
  /** As in the cells of the risk matrix. */
  consequence?: Consequence[];
  /** As in the cells of the risk matrix. */
  right?: DecisionRight[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListMismatchesResponse {
  /** The most urgent first. */
  items: Mismatch[];
  pageInfo: { nextCursor?: string };
}

/** Areas of entities that stand at a consequence and a right. @public */
export interface RiskCell {
  consequence: Consequence;
  right: DecisionRight;
  areas: number;
  surplus: number;
  deficit: number;
}

/** @public */
export interface RiskMatrix {
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld: boolean;
  entities: number;
  cells: RiskCell[];
}
