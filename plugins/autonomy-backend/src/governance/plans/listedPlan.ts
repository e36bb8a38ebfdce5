import type { PlanState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../../database';
import { toStoredPlan, type PlanRow } from './planRows';
import { endOf, type StandingPlan } from './types';

/** Why a plan ended that nobody ended. */
const OWN_REASONS: Partial<Record<PlanState, string>> = {
  lapsed: 'Nobody decided before its end.',
  withdrawn: 'Nobody signed it before its end.',
};

/** An open proposal about a plan. */
interface OpenProposal {
  id: string;
  boardRef: string;
  /** Who asks, and so does not vote. */
  requestedBy?: string;
}

/** @internal */
export type ListedPlan = StandingPlan & {
  /** The board of the entity, whoever decides about the plan. */
  ownBoardRef?: string;
  /** Where the board is being asked to sign it. */
  signing?: OpenProposal;
};

/** A row of the read model. @internal */
export type ListedRow = PlanRow & {
  state: string;
  own_end_at: number | string | null;
  entity_title: string | null;
  owner_ref: string | null;
  domain_ref: string | null;
  own_board_ref: string | null;
  deciding_board_ref: string;
  signing_id: string | null;
  signing_board_ref: string | null;
  signing_is_request: boolean | number | null;
  signing_opened_by: string | null;
  moving_id: string | null;
};

/** @internal */
export function toListed(row: ListedRow): ListedPlan {
  const stored = toStoredPlan(row);
  const state = row.state as PlanState;
  return {
    ...stored,
    state,
    boardRef: row.deciding_board_ref,
    ownBoardRef: row.own_board_ref ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    entityTitle: row.entity_title ?? undefined,
    domainRef: row.domain_ref ?? undefined,
    proposalId: stored.proposalId ?? row.signing_id ?? undefined,
    changeProposalId: row.moving_id ?? undefined,
    endReason: stored.endReason ?? (OWN_REASONS[state] || undefined),
    endedAt: endedAt(row, state),
    signing:
      row.signing_id === null
        ? undefined
        : {
            id: row.signing_id,
            boardRef: row.signing_board_ref!,
            requestedBy: row.signing_is_request
              ? row.signing_opened_by ?? undefined
              : undefined,
          },
  };
}

function endedAt(row: ListedRow, state: PlanState): number | undefined {
  const own = toInstant(row.own_end_at);
  switch (state) {
    case 'withdrawn':
      return toInstant(row.withdrawn_at) ?? Number(row.ends_at);
    case 'completed':
      return own ?? toInstant(row.completed_at);
    case 'lifted':
      return toInstant(row.lifted_at);
    case 'lapsed':
      return own ?? endOf(toStoredPlan(row));
    default:
      return undefined;
  }
}
