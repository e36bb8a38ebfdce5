import type { DecisionRight } from '../../model';

/** Why an audit was opened. @public */
export type AuditCause = 'quarterly' | 'new-owner' | 'asked' | 'follow-up';

/**
 * `rating` until both sides have rated, `comparing` until they agree; `lapsed` when nobody did by its end.
 * @public
 */
export const AUDIT_STATES = [
  'rating',
  'comparing',
  'agreed',
  'lapsed',
] as const;

/** @public */
export type AuditState = (typeof AUDIT_STATES)[number];

/** @public */
export type AuditSide = 'team' | 'board';

/** What one side said. @public */
export interface AuditRating {
  ratedBy: string;
  ratedAt: number;
  /** By area. */
  ratings: Record<string, DecisionRight>;
  note?: string;
}

/** One area when both sides have rated. @public */
export interface AuditComparison {
  area: string;
  title: string;
  team: DecisionRight;
  board: DecisionRight;
  /** What is granted today; absent without a grant. */
  granted?: DecisionRight;
  recommended: DecisionRight;
  effective: DecisionRight;
  /** How urgent: of the larger distance between a side and what is recommended. Higher first. */
  priority: number;
}

/** What an audit leads to. @public */
export interface AuditAction {
  kind: 'plan' | 'grant' | 'other';
  area?: string;
  title: string;
  dueAt?: number;
  /** The grant or plan that was made of it. */
  ref?: string;
}

/** A trust audit. Instants are UTC milliseconds. Model section 1. @public */
export interface RecordedAudit {
  id: string;
  entityRef: string;
  entityTitle?: string;
  domainRef?: string;
  boardRef: string;
  /** `2026-Q4` */
  quarter: string;
  cause: AuditCause;
  reason?: string;
  openedAt: number;
  openedBy?: string;
  dueAt: number;
  state: AuditState;
  /** Which sides have rated. */
  rated: AuditSide[];
  /** The caller's own side, and the other one once both have rated. */
  team?: AuditRating;
  board?: AuditRating;
  /** By priority; absent until both have rated. */
  comparison?: AuditComparison[];
  agreed?: Record<string, DecisionRight>;
  agreedAt?: number;
  agreedBy?: string;
  summary?: string;
  actions: AuditAction[];
  /** The audit it follows up. */
  predecessorId?: string;
  followUpId?: string;
  /** What the caller may do, and for which side. */
  may: { rate?: AuditSide; agree: boolean };
}

/** @public */
export interface NewAudit {
  entityRef: string;
  reason: string;
}

/** @public */
export interface NewAuditRating {
  /** Every area of the policy. */
  ratings: Record<string, DecisionRight>;
  note?: string;
}

/** What became of each of several ratings. @public */
export interface AuditRatingsResponse {
  results: (
    | { id: string; status: 'accepted'; audit: RecordedAudit }
    | { id: string; status: 'refused'; error: string }
  )[];
}

/** @public */
export interface AuditAgreement {
  agreed: Record<string, DecisionRight>;
  summary: string;
  actions: Omit<AuditAction, 'ref'>[];
  /** Opens a follow-up audit for this instant. */
  followUpAt?: number;
}

/** @public */
export interface ListAuditsRequest {
  entity?: string[];
  board?: string[];
  domain?: string[];
  state?: AuditState[];
  quarter?: string[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListAuditsResponse {
  /** The first due first. */
  items: RecordedAudit[];
  pageInfo: { nextCursor?: string };
}
