import type {
  Incident,
  IncidentClass,
  IncidentReview,
  Severity,
} from '../model';

/** What of an incident only a board or a receiving owner may change. @public */
export type DisputedField =
  | 'severity'
  | 'causedBy'
  | 'class'
  | 'areas'
  | 'startedAt'
  | 'resolvedAt';

/** A change of an incident that waits for a decision. @public */
export interface IncidentProposal {
  id: string;
  field: DisputedField;
  /** A severity, an entity ref or `external`, a class; areas with commas between; an instant in ISO 8601. */
  value: string;
  reason?: string;
  /** A user ref, or `source:<name>`. */
  proposedBy: string;
  /** UTC milliseconds. */
  proposedAt: number;
  /** The open proposal by which the board decides about it; absent where it is not before a board. */
  proposalId?: string;
}

/** An incident as it counts, with what is undecided about it. Instants are UTC milliseconds. @public */
export interface RecordedIncident extends Omit<Incident, 'affected'> {
  affected?: string[];
  irreversible: boolean;
  /** Somebody who is no source asks for a change. */
  disputed: boolean;
  /** Pending ones, the oldest first. */
  proposals: IncidentProposal[];
}

/** What names an incident. @public */
export type IncidentKey = Pick<Incident, 'id' | 'source'>;

/** @public */
export interface ListIncidentsRequest {
  /** Entity ref: reported on it or caused by it. */
  entity?: string;
  open?: boolean;
  /** Whether anything about it waits for a decision. */
  pending?: boolean;
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListIncidentsResponse {
  /** The newest first. */
  items: RecordedIncident[];
  pageInfo: { nextCursor?: string };
}

/**
 * What somebody wants to be otherwise about an incident. What a member of the board says takes effect where the policy
 * asks for one vote, and is the first vote on a proposal where it asks for more; what an owner says of cause, class or a
 * lower severity becomes a proposal and needs a reason.
 * @public
 */
export interface IncidentChange {
  severity?: Severity;
  /** An entity ref or `external`. */
  causedBy?: string;
  class?: IncidentClass;
  /** UTC milliseconds. */
  resolvedAt?: number;
  affected?: string[];
  irreversible?: boolean;
  review?: IncidentReview;
  reason?: string;
}
