/**
 * What has become of a request for an exemption. Only one in force has an effect.
 * @public
 */
export const EXEMPTION_STATES = [
  'requested',
  'withdrawn',
  'denied',
  'planned',
  'in-force',
  'expired',
  'revoked',
] as const;

/** @public */
export type ExemptionState = (typeof EXEMPTION_STATES)[number];

/**
 * An exception to a check for a time, from its request on. Instants are UTC milliseconds. Model section 1.
 * @public
 */
export interface RecordedExemption {
  id: string;
  entityRef: string;
  checkId: string;
  /** Why it is needed. */
  reason: string;
  state: ExemptionState;
  /** Absent for one that was approved without a request. */
  requestedBy?: string;
  requestedAt: number;
  /** When it begins; absent before it is approved. */
  from?: number;
  /** Until when it is asked for, or approved. */
  expiresAt: number;
  decidedBy?: string;
  /** When it was approved, denied or withdrawn. */
  decidedAt?: number;
  /** What the board wrote. */
  decisionReason?: string;
  revokedAt?: number;
  revokedBy?: string;
  revokedReason?: string;
  /** What the board decides or decided on; absent for one that nobody requested here. */
  proposalId?: string;
  /** The exemption that it follows. */
  renewalOf?: string;
}

/** So long before its end an exemption may be asked for anew, in milliseconds. @public */
export const EXEMPTION_RENEWABLE_MS = 14 * 86_400_000;

/** @public */
export interface ExemptionRequest {
  entityRef: string;
  /** Id of a check of the entity that fails, or cannot be told. */
  checkId: string;
  reason: string;
  /** UTC milliseconds; in the future, as far as the policy allows. */
  expiresAt: number;
}

/** Several values of one filter are alternatives; different filters must all hold. @public */
export interface ListExemptionsRequest {
  /** Entity refs. */
  entity?: string[];
  state?: ExemptionState[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListExemptionsResponse {
  /** The last requested first. */
  items: RecordedExemption[];
  pageInfo: { nextCursor?: string };
}
