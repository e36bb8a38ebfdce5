import type {
  DecisionRight,
  Plan,
  PlanApproach,
  PlanSignature,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../../database';
import type { PlanSide, PlanTerms, StoredPlan } from './types';

/** @internal */
export const PLANS_TABLE = 'plans';

type Instant = number | string | null;

/**
 * A row of `plans`.
 *
 * @internal
 */
export interface PlanRow {
  id: string;
  entity_ref: string;
  board_ref: string | null;
  title: string;
  reason: string;
  approach: string;
  areas: string;
  cap: number | null;
  criteria: string;
  supported_by: string | null;
  incidents: string;
  starts_at: number | string;
  ends_at: number | string;
  review_at: number | string;
  opened_by: string;
  opened_as: string;
  opened_at: number | string;
  revision: number;
  team_signed_by: string | null;
  team_signed_at: Instant;
  team_comment: string | null;
  board_signed_by: string | null;
  board_signed_at: Instant;
  board_comment: string | null;
  signed_at: Instant;
  extended_to: Instant;
  extended_at: Instant;
  lifted_at: Instant;
  completed_at: Instant;
  withdrawn_at: Instant;
  end_reason: string | null;
  proposal_id: string | null;
  audit_id: string | null;
  review_told_at: Instant;
  end_told_at: Instant;
  updated_at: number | string;
}

/** @internal */
export function toStoredPlan(row: PlanRow): StoredPlan {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    boardRef: row.board_ref ?? undefined,
    title: row.title,
    reason: row.reason,
    approach: row.approach as PlanApproach,
    areas: JSON.parse(row.areas),
    cap: (row.cap ?? undefined) as DecisionRight | undefined,
    criteria: JSON.parse(row.criteria),
    supportedBy: row.supported_by ?? undefined,
    incidents: JSON.parse(row.incidents),
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    reviewAt: Number(row.review_at),
    openedBy: row.opened_by,
    openedAs: row.opened_as as PlanSide,
    openedAt: Number(row.opened_at),
    revision: row.revision,
    team: signatureOf(row.team_signed_by, row.team_signed_at, row.team_comment),
    board: signatureOf(
      row.board_signed_by,
      row.board_signed_at,
      row.board_comment,
    ),
    signedAt: toInstant(row.signed_at),
    extendedTo: toInstant(row.extended_to),
    extendedAt: toInstant(row.extended_at),
    liftedAt: toInstant(row.lifted_at),
    completedAt: toInstant(row.completed_at),
    withdrawnAt: toInstant(row.withdrawn_at),
    endReason: row.end_reason ?? undefined,
    proposalId: row.proposal_id ?? undefined,
    auditId: row.audit_id ?? undefined,
  };
}

/** As the engine is told of it. @internal */
export function toPlan(row: PlanRow): Plan {
  const stored = toStoredPlan(row);
  return {
    id: stored.id,
    entityRef: stored.entityRef,
    title: stored.title,
    approach: stored.approach,
    areas: stored.areas,
    cap: stored.cap,
    criteria: stored.criteria,
    supportedBy: stored.supportedBy,
    incidents: stored.incidents,
    startsAt: stored.startsAt,
    endsAt: stored.endsAt,
    signedAt: stored.signedAt,
    extendedTo: stored.extendedTo,
    extendedAt: stored.extendedAt,
    liftedAt: stored.liftedAt,
    completedAt: stored.completedAt,
    recordedAt: stored.openedAt,
  };
}

/** The columns of what a draft says. @internal */
export function termColumns(terms: PlanTerms) {
  return {
    title: terms.title,
    reason: terms.reason,
    approach: terms.approach,
    areas: JSON.stringify(terms.areas),
    cap: terms.cap ?? null,
    criteria: JSON.stringify(terms.criteria),
    supported_by: terms.supportedBy ?? null,
    incidents: JSON.stringify(terms.incidents),
    starts_at: terms.startsAt,
    ends_at: terms.endsAt,
    review_at: terms.reviewAt,
  };
}

/** The columns of signatures that nobody has given. @internal */
export const UNSIGNED = {
  team_signed_by: null,
  team_signed_at: null,
  team_comment: null,
  board_signed_by: null,
  board_signed_at: null,
  board_comment: null,
  signed_at: null,
  proposal_id: null,
} satisfies Partial<PlanRow>;

function signatureOf(
  signedBy: string | null,
  signedAt: Instant,
  comment: string | null,
): PlanSignature | undefined {
  return signedBy === null
    ? undefined
    : { signedBy, signedAt: Number(signedAt), comment: comment ?? '' };
}
