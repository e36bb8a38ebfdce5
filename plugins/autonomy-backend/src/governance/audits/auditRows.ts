import type {
  AuditCause,
  AuditRating,
  AuditState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../../database';
import type { StoredAudit } from './types';

/** @internal */
export const AUDITS_TABLE = 'trust_audits';
/** @internal */
export const RATINGS_TABLE = 'trust_audit_ratings';

/** States in which something can still come of it. @internal */
export const OPEN_STATES: readonly AuditState[] = ['rating', 'comparing'];

/** After it was due; then the board has a finding. */
const PATIENCE_MS = 30 * 86_400_000;

/**
 * When an audit ends that nobody agrees about.
 *
 * @param dueAt - UTC milliseconds
 * @internal
 */
export function lapseOf(dueAt: number): number {
  return dueAt + PATIENCE_MS;
}

/**
 * A row of `trust_audits`.
 *
 * @internal
 */
export interface AuditRow {
  id: string;
  entity_ref: string;
  domain_ref: string | null;
  board_ref: string;
  quarter: string;
  cause: string;
  reason: string | null;
  opened_by: string | null;
  opened_at: number | string;
  due_at: number | string;
  lapses_at: number | string;
  state: string;
  comparison: string | null;
  agreed: string | null;
  agreed_at: number | string | null;
  agreed_by: string | null;
  summary: string | null;
  actions: string;
  follow_up_at: number | string | null;
  predecessor_id: string | null;
}

/**
 * A row of `trust_audit_ratings`.
 *
 * @internal
 */
export interface RatingRow {
  audit_id: string;
  side: string;
  rated_by: string;
  rated_at: number | string;
  ratings: string;
  note: string | null;
}

/** @internal */
export function toAudit(row: AuditRow): StoredAudit {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    domainRef: row.domain_ref ?? undefined,
    boardRef: row.board_ref,
    quarter: row.quarter,
    cause: row.cause as AuditCause,
    reason: row.reason ?? undefined,
    openedBy: row.opened_by ?? undefined,
    openedAt: Number(row.opened_at),
    dueAt: Number(row.due_at),
    lapsesAt: Number(row.lapses_at),
    state: row.state as AuditState,
    comparison: parsed(row.comparison),
    agreed: parsed(row.agreed),
    agreedAt: toInstant(row.agreed_at),
    agreedBy: row.agreed_by ?? undefined,
    summary: row.summary ?? undefined,
    actions: JSON.parse(row.actions),
    followUpAt: toInstant(row.follow_up_at),
    predecessorId: row.predecessor_id ?? undefined,
  };
}

/** @internal */
export function toAuditRow(audit: StoredAudit): AuditRow {
  const json = (value: unknown) =>
    value === undefined ? null : JSON.stringify(value);
  return {
    id: audit.id,
    entity_ref: audit.entityRef,
    domain_ref: audit.domainRef ?? null,
    board_ref: audit.boardRef,
    quarter: audit.quarter,
    cause: audit.cause,
    reason: audit.reason ?? null,
    opened_by: audit.openedBy ?? null,
    opened_at: audit.openedAt,
    due_at: audit.dueAt,
    lapses_at: audit.lapsesAt,
    state: audit.state,
    comparison: json(audit.comparison),
    agreed: json(audit.agreed),
    agreed_at: audit.agreedAt ?? null,
    agreed_by: audit.agreedBy ?? null,
    summary: audit.summary ?? null,
    actions: JSON.stringify(audit.actions),
    follow_up_at: audit.followUpAt ?? null,
    predecessor_id: audit.predecessorId ?? null,
  };
}

/** @internal */
export function toRating(row: RatingRow): AuditRating {
  return {
    ratedBy: row.rated_by,
    ratedAt: Number(row.rated_at),
    ratings: JSON.parse(row.ratings),
    note: row.note ?? undefined,
  };
}

/**
 * An audit as it is at an instant: one whose end has come is over, whether or not anybody wrote it down.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function asOf<T extends StoredAudit>(audit: T, now: number): T {
  return OPEN_STATES.includes(audit.state) && audit.lapsesAt <= now
    ? { ...audit, state: 'lapsed' }
    : audit;
}

function parsed(json: string | null) {
  return json === null ? undefined : JSON.parse(json);
}
