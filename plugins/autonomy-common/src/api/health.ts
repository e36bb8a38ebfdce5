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

/** Whether evidence arrives and is worked off. Instants are UTC milliseconds. @public */
export interface AutonomyHealth {
  policyVersion: string;
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
  retention?: {
    finishedAt: number;
    /** Which parts of it failed and why. */
    error?: string;
  };
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
