import type {
  AreaOwner,
  CapKind,
  Consequence,
  DecisionRight,
} from './vocabulary';

/** One named upper bound with its reason. Model section 8. @public */
export interface RightCap {
  kind: CapKind;
  right: DecisionRight;
  /** Check id of a guardrail, id of a plan or of a bypass incident. */
  ref?: string;
  title?: string;
  /** No grant exceeds it. */
  hard: boolean;
  /** What the cap was computed from, e.g. trust or accountability 0..1, or the level. */
  actual?: number;
  /** What trust or accountability is measured against: the right is `step(actual / need)`. */
  need?: number;
  /** The value of `actual` from which this cap would be higher; absent where it cannot rise. */
  nextAt?: number;
}

/** A grant in force. Model section 8. @public */
export interface RightGrant {
  id: string;
  right: DecisionRight;
  reason: string;
  /** When it ends, or lapses unless renewed. */
  expiresAt: number;
  /** The trial failed: the grant bounds the right until its end and raises nothing. */
  failed?: boolean;
  trial?: boolean;
}

/** What the team may decide today, where it is known, against what is recommended. Model section 8. @public */
export interface RightMismatch {
  actual: DecisionRight;
  source: 'grant' | 'agreed' | 'claimed';
  /** Positive is surplus, negative deficit: `actual - recommended`. */
  difference: number;
  /** How urgent; higher first. Absent without a difference. */
  priority?: number;
}

/** What the team may decide in one area, and why. Model section 8. @public */
export interface RightResult {
  area: string;
  title: string;
  /** Today's consequence of the area for this entity. */
  consequence: Consequence;
  ownedBy: AreaOwner;
  /** The smallest cap. */
  recommended: DecisionRight;
  /** The right in force. */
  effective: DecisionRight;
  caps: RightCap[];
  grant?: RightGrant;
  mismatch?: RightMismatch;
}
