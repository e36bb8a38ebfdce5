/**
 * What a source says of an incident, for the installation's mapping to judge.
 *
 * @public
 */
export interface IncidentSubject {
  /** The service in the words of the source. */
  service?: { id?: string; name?: string };
  labels?: Readonly<Record<string, string>>;
  priority?: string;
  urgency?: string;
  severity?: string;
  /** An entity ref, where the sender names one. */
  entity?: string;
  /** Decision areas, where the sender names them. */
  areas?: readonly string[];
}

/**
 * The state of an incident at an instant. All instants are UTC milliseconds.
 *
 * @public
 */
export interface IncidentReport {
  kind: 'incident';
  /** Unique within the source, at most 200 characters. */
  id: string;
  /** Since when the source has said this. The newest state counts, in whatever order states arrive. */
  occurredAt: number;
  title: string;
  startedAt: number;
  /** Absent while it is open. */
  resolvedAt?: number;
  /** `http` or `https`. */
  url?: string;
  /** Id of the incident that it was explicitly merged into. */
  mergedInto?: string;
  /** Entity ref or `external`, where the sender names one; it takes effect when it is accepted. */
  causedBy?: string;
  /** Entity refs of others that felt it. */
  affected?: readonly string[];
  irreversible?: boolean;
  review?: {
    completedAt: number;
    actions: readonly { title: string; closedAt?: number }[];
  };
  subject: IncidentSubject;
}

/**
 * The source is there and watches, whether or not anything happens.
 *
 * @public
 */
export interface SourceHeartbeat {
  kind: 'heartbeat';
}

/** @public */
export type IncidentMessage = IncidentReport | SourceHeartbeat;
