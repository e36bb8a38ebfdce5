import type { DecisionRight, Grant, Severity } from '../../model';

/** `proposed` until the board decides; `failed` is a trial whose named failure happened. @public */
export const GRANT_STATES = [
  'proposed',
  'refused',
  'planned',
  'in-force',
  'failed',
  'expired',
  'revoked',
] as const;

/** @public */
export type GrantState = (typeof GRANT_STATES)[number];

/** A grant with what has become of it. Instants are UTC milliseconds. Model section 8. @public */
export interface RecordedGrant extends Omit<Grant, 'recordedAt'> {
  state: GrantState;
  /** The board that decides about the area. */
  boardRef: string;
  /** An owner who asked, or a member of the board who moved it. */
  openedBy: string;
  openedAt: number;
  proposalId: string;
  /** What was recommended when it was opened. */
  recommended: DecisionRight;
  decidedAt?: number;
  revokedBy?: string;
  revokedReason?: string;
  renewalOf?: string;
  /** The grant that renews it. */
  renewedBy?: string;
  /** The audit whose disagreement it answers. */
  auditId?: string;
  may: { revoke: boolean; renew: boolean };
}

/** @public */
export interface NewGrant {
  entityRef: string;
  area: string;
  right: DecisionRight;
  /** 10..1000 characters. */
  reason: string;
  /** UTC milliseconds; as far as the policy allows. */
  expiresAt: number;
  /** It ends at the first incident in the area from that severity up. */
  trial?: { failsFrom: Severity };
  auditId?: string;
}

/** @public */
export interface ListGrantsRequest {
  entity?: string[];
  board?: string[];
  state?: GrantState[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListGrantsResponse {
  /** The last opened first. */
  items: RecordedGrant[];
  pageInfo: { nextCursor?: string };
}
