/** Whether an incident source is heard of. Instants are UTC milliseconds. @public */
export interface IncidentSourceHealth {
  id: string;
  type: string;
  /** It has a secret, and so an address to deliver to. */
  receives: boolean;
  /** It is asked from time to time. */
  polls: boolean;
  /** The configuration says which entities it watches. */
  covers: boolean;
  /** `heard`: its heartbeat or a poll is not older than the policy allows for coverage to go on. */
  state: 'heard' | 'silent' | 'never-heard';
  lastDeliveryAt?: number;
  lastHeardAt?: number;
  lastPollAt?: number;
  /** Why the last poll failed; absent where it succeeded. */
  pollError?: string;
}

/** How a fact collector's last run went. Instants are UTC milliseconds. @public */
export interface FactCollectorHealth {
  id: string;
  /** `never-run`: it is installed and has not run yet. */
  status: 'never-run' | 'running' | 'ok' | 'partial' | 'failed';
  startedAt?: number;
  finishedAt?: number;
  /** The last run without any failure. */
  succeededAt?: number;
  /** Entities it was asked about, and those it failed for. */
  entities?: number;
  failed?: number;
  error?: string;
}

/** An entity whose evaluation was given up; its former result stays. @public */
export interface QuarantinedEntity {
  entityRef: string;
  /** UTC milliseconds. */
  since: number;
  /** Why the last attempt failed. */
  reason: string;
}

/** What comes of a search for changes that nobody had noted. Instants are UTC milliseconds. @public */
export interface EvaluationSweepHealth {
  /** Absent between two searches. */
  startedAt?: number;
  /** Entities that were looked at so far. */
  checked: number;
  /** Entities that had changed without being evaluated; they are evaluated then. */
  missed: number;
  /** The first of them. */
  missedRefs: string[];
  /** The last complete search. */
  last?: {
    startedAt: number;
    finishedAt: number;
    checked: number;
    missed: number;
    missedRefs: string[];
  };
}

/** How far results are behind what they are made of. Instants are UTC milliseconds. @public */
export interface EvaluationHealth {
  /** Entities whose evaluation is due or asked for. */
  pending: number;
  /** Since when the one that waits longest does. */
  oldestPendingAt?: number;
  /** For how long it has waited, in milliseconds; 0 where none waits. */
  lag: number;
  /** Entities whose evaluation was given up until something changes, the latest of them by name. */
  quarantined: { count: number; first: QuarantinedEntity[] };
  /** Entities in scope. */
  entities: number;
  /** Those of them without a result. */
  neverEvaluated: number;
  /** Share of results that rest on stale facts or are watched by a silent source, 0..1. */
  staleShare: number;
  /** By which policy and engine results are made; absent before the first start. */
  policyInForce?: {
    /** Fingerprint of both. */
    madeWith: string;
    /** When a replica last said that it works by it. */
    renewedAt: number;
    /** The replica that answers works by it; others wait to be replaced. */
    isOwn: boolean;
  };
  sweep: EvaluationSweepHealth;
}

/** How the last run of a job in the background went. @public */
export interface JobHealth {
  /** UTC milliseconds. */
  finishedAt: number;
  /** What failed in it and why; absent where nothing did. */
  error?: string;
}

/** Whether evidence arrives and is worked off. Instants are UTC milliseconds. @public */
export interface AutonomyHealth {
  policyVersion: string;
  evaluation: EvaluationHealth;
  announcements: {
    /** Announcements that were written and are not out yet. */
    pending: number;
    oldestPendingAt?: number;
    /** Announcements that were given up. */
    quarantined: number;
  };
  incidentSources: IncidentSourceHealth[];
  inbox: {
    /** Deliveries that were accepted and are not worked off yet. */
    pending: number;
    oldestPendingAt?: number;
    /** Deliveries that were set aside. */
    quarantined: number;
  };
  collectors: FactCollectorHealth[];
  /** The last run of the job that deletes what has grown too old. */
  retention?: JobHealth;
  /** The last run of the job that counts, day by day, where entities stand. */
  rollUps?: JobHealth;
}

/** A delivery that was set aside. @public */
export interface QuarantinedDelivery {
  id: string;
  source: string;
  /** UTC milliseconds. */
  receivedAt: number;
  /** UTC milliseconds. */
  quarantinedAt: number;
  reason: string;
  attempts: number;
}

/** @public */
export interface ListQuarantineResponse {
  items: QuarantinedDelivery[];
}

/** @public */
export interface ReplayQuarantineResponse {
  replayed: number;
}
