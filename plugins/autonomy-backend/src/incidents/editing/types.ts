import type {
  Incident,
  IncidentClass,
  IncidentReview,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { DisputedField } from '../record/IncidentProposal';

/**
 * A change of an incident that waits for a decision. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface ProposalView {
  id: string;
  field: DisputedField;
  value: string;
  reason?: string;
  /** A user ref, or `source:<name>`. */
  proposedBy: string;
  proposedAt: number;
}

/**
 * An incident as it counts, with what is undecided about it. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface IncidentView extends Omit<Incident, 'affected'> {
  affected?: string[];
  irreversible: boolean;
  /** Somebody who is no source asks for a change. */
  disputed: boolean;
  /** Pending ones, the oldest first. */
  proposals: ProposalView[];
}

/**
 * @internal
 */
export interface ListIncidentsRequest {
  /** Reported on it or caused by it. */
  entityRef?: string;
  open?: boolean;
  /** Whether anything about it waits for a decision. */
  pending?: boolean;
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/**
 * @internal
 */
export interface ListIncidentsResponse {
  items: IncidentView[];
  pageInfo: { nextCursor?: string };
}

/**
 * What somebody wants to be otherwise about an incident.
 *
 * @internal
 */
export interface IncidentPatch {
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
}
