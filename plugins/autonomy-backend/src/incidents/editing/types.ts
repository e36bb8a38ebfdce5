/**
 * @internal
 */
export interface ProposalVerdict {
  decision: 'accepted' | 'declined';
  reason?: string;
}

/**
 * Somebody who may change an incident.
 *
 * @internal
 */
export interface IncidentEditor {
  /** User ref. */
  ref: string;
  /** A member of the board; otherwise one of the owners. */
  isBoard: boolean;
  /** One of the owners; whoever is of the board besides does not decide alone on what is their own. */
  isOwner: boolean;
  /** Whether the word of one member of the board is enough; so unless told. */
  decidesAlone?: boolean;
}
