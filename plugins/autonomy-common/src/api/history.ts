import type {
  AutonomyLevel,
  DecisionRight,
  EntityGuardrailStatus,
  EvaluationEvent,
  EventCause,
  ReadinessBand,
} from '../model';

/** The figures of an entity from an instant on. @public */
export interface HistoryPoint {
  /** UTC milliseconds. */
  at: number;
  policyVersion: string;
  level: AutonomyLevel;
  guardrailStatus: EntityGuardrailStatus;
  /** 0..100 */
  readiness?: number;
  readinessBand?: ReadinessBand;
  /** 0..1 */
  accountability: number;
  /** 0..1, by area. */
  trust: Record<string, number>;
  /** The right in force, by area. */
  rights: Record<string, DecisionRight>;
}

/** Something that changed, with its cause and reasons. @public */
export interface RecordedEvent {
  id: string;
  /** When it was found out, in UTC milliseconds; `event.at` says when it happened. */
  recordedAt: number;
  policyVersion: string;
  event: EvaluationEvent;
}

/** @public */
export interface GetHistoryRequest {
  /** UTC milliseconds; 365 days before `to` unless told. */
  from?: number;
  /** UTC milliseconds; now unless told. */
  to?: number;
  /** Events a page: 1..200, default 20. */
  limit?: number;
  /** Of an earlier page of events. */
  cursor?: string;
}

/** What was said of an entity in a period. @public */
export interface EntityHistory {
  /**
   * From when on the points tell everything, in UTC milliseconds: as asked, or later where there are more points
   * than one answer holds.
   */
  from: number;
  /** UTC milliseconds. */
  to: number;
  /** The last point before `from`; absent where nothing was said yet. */
  start?: HistoryPoint;
  /** In the order of time. None on a later page of events. */
  points: HistoryPoint[];
  /** The newest first. */
  events: RecordedEvent[];
  pageInfo: { nextCursor?: string };
}

/** Something that changed about an entity. @public */
export interface ActivityItem extends RecordedEvent {
  entity: {
    entityRef: string;
    kind: string;
    namespace: string;
    name: string;
    title?: string;
    ownerRef?: string;
    domainRef?: string;
  };
}

/** Several values of one filter are alternatives; different filters must all hold. @public */
export interface ListActivityRequest {
  kind?: EvaluationEvent['kind'][];
  cause?: EventCause[];
  domain?: string[];
  owner?: string[];
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListActivityResponse {
  /** The newest first. */
  items: ActivityItem[];
  pageInfo: { nextCursor?: string };
}
