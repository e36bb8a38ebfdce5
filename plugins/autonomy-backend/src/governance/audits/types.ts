import type {
  AuditAction,
  AuditCause,
  AuditComparison,
  AuditRating,
  AuditSide,
  AuditState,
  DecisionRight,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * An audit as it is stored, whose end may have come since. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface StoredAudit {
  id: string;
  entityRef: string;
  domainRef?: string;
  boardRef: string;
  /** `2026-Q4` */
  quarter: string;
  cause: AuditCause;
  reason?: string;
  /** Absent where the suite opened it. */
  openedBy?: string;
  openedAt: number;
  dueAt: number;
  /** Its end, if nobody agrees. */
  lapsesAt: number;
  state: AuditState;
  /** By priority, as it was when both sides had rated. */
  comparison?: AuditComparison[];
  /** By area. */
  agreed?: Record<string, DecisionRight>;
  agreedAt?: number;
  agreedBy?: string;
  summary?: string;
  actions: AuditAction[];
  followUpAt?: number;
  predecessorId?: string;
}

/** @internal */
export type AuditRatings = Partial<Record<AuditSide, AuditRating>>;

/**
 * With what both sides said; not to be shown before both did.
 *
 * @internal
 */
export type AuditWithRatings = StoredAudit & { ratings: AuditRatings };

/**
 * An audit with what lists show beside it; its ratings are not to be shown before both sides have rated.
 *
 * @internal
 */
export type ListedAudit = AuditWithRatings & {
  entityTitle?: string;
  /** Who owns the entity now. */
  ownerRef?: string;
  followUpId?: string;
};
