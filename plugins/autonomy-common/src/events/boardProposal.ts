import type { ProposalState } from '../api';
import type { Matter } from '../model';

/** The topic of the events service on which is told what boards have to decide, and what became of it. @public */
export const AUTONOMY_BOARD_PROPOSAL_TOPIC = 'autonomy.board-proposal-changed';

/**
 * What is published when a board is asked, and when that is over. It names no person.
 * @public
 */
export interface AutonomyBoardProposalEventPayload {
  /** Fields may be added to a version, and none is taken away or changed. */
  version: 1;
  /** The same whenever the same change is delivered again. */
  id: string;
  proposalId: string;
  matter: Matter;
  entityRef: string;
  /** The group that owns the entity; absent where it has no owner, or a person owns it. */
  ownerRef?: string;
  /** The board that decides. */
  boardRef: string;
  /** The governance domain of the entity when it was opened. */
  domainRef?: string;
  state: ProposalState;
  /** When it was opened, or was over, in UTC milliseconds. */
  at: number;
}
