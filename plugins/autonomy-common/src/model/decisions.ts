import type {
  AutonomyLevel,
  DecisionRight,
  PlanApproach,
  Severity,
} from './vocabulary';

/**
 * A time-limited, approved exception to a check. It turns a failing or unknown check into an
 * exempt one, never into a passing one. Instants are UTC milliseconds. Model section 1.
 * @public
 */
export interface Exemption {
  id: string;
  entityRef: string;
  checkId: string;
  reason: string;
  requestedBy?: string;
  approvedBy?: string;
  from: number;
  expiresAt: number;
  revokedAt?: number;
  recordedAt: number;
}

/** The word of an owner group about a check, until it expires. Model section 1. @public */
export interface Attestation {
  id: string;
  entityRef: string;
  checkId: string;
  answer: 'yes' | 'no';
  /** Who said it for the owners. On this record only: nothing is computed from it. */
  attestedBy?: string;
  /** The owner of the entity at the time. It stays when the owner changes. */
  ownerRef?: string;
  evidenceUrl?: string;
  note?: string;
  recordedAt: number;
  expiresAt: number;
  withdrawnAt?: number;
}

/** A board's explicit right for an entity in an area, until it ends. Model section 8. @public */
export interface Grant {
  id: string;
  entityRef: string;
  area: string;
  right: DecisionRight;
  reason: string;
  grantedBy?: string;
  from: number;
  /** End; for a grant below what is recommended the review at which it lapses unless renewed. */
  expiresAt: number;
  /** A trial fails at the first incident in the area from that severity up. */
  trial?: { failsFrom: Severity };
  revokedAt?: number;
  recordedAt: number;
}

/** A recalibration plan after a failure. It caps its areas from its start until its end. Model section 9. @public */
export interface Plan {
  id: string;
  entityRef: string;
  title: string;
  approach: PlanApproach;
  areas: string[];
  /** The right that remains in the areas; absent means no cap. */
  cap?: DecisionRight;
  /** Ids of the checks that must pass at the end. */
  criteria: string[];
  /** The team that helps. */
  supportedBy?: string;
  /** Incidents that it is the answer to, as `source/id`. */
  incidents: string[];
  startsAt: number;
  endsAt: number;
  /** When team and board had both signed; nothing caps before. */
  signedAt?: number;
  /** The end after the board's one extension. */
  extendedTo?: number;
  /** When the board extended it, in writing; without effect from the end on. */
  extendedAt?: number;
  /** When the board lifted it before its end. */
  liftedAt?: number;
  /** When the board recorded that its criteria are met. */
  completedAt?: number;
  recordedAt: number;
}

/** A trust audit: team and board each rated every area. Model section 1. @public */
export interface TrustAudit {
  id: string;
  entityRef: string;
  heldAt: number;
  /** Ratings by area. */
  team: Record<string, DecisionRight>;
  board: Record<string, DecisionRight>;
  /** What both agreed on, by area. */
  agreed?: Record<string, DecisionRight>;
  recordedAt: number;
}

/** A board's word on a proposed promotion. Model section 6. @public */
export interface PromotionDecision {
  id: string;
  entityRef: string;
  level: AutonomyLevel;
  outcome: 'approved' | 'rejected';
  /** Id of the rejection that the central board overrules with it, on appeal. */
  overrules?: string;
  decidedBy?: string;
  recordedAt: number;
}
