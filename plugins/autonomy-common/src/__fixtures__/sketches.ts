import type {
  Consequence,
  DecisionRight,
  IncidentClass,
  Severity,
  Tier,
} from '../model';
import type { JsonObject } from '@backstage/types';

/** An incident of a scenario; days count back from now. */
export interface IncidentSketch {
  id?: string;
  severity: Severity;
  startedDaysAgo: number;
  areas?: string[];
  open?: boolean;
  /** Days after the start; told at that instant, and never later than now. */
  reopenedAfterDays?: number;
  /** Days after the start. */
  reviewedAfterDays?: number;
  actionsClosed?: boolean;
  class?: IncidentClass;
  causedBy?: string;
  consequences?: Record<string, Consequence>;
}

/** An exemption of a scenario; days count back from now, and are negative in the future. */
export interface ExemptionSketch {
  checkId: string;
  fromDaysAgo: number;
  expiresDaysAgo: number;
}

/** An attestation of a scenario. */
export interface AttestationSketch {
  checkId: string;
  answer: 'yes' | 'no';
  expiresDaysAgo?: number;
}

/** A grant of a scenario. */
export interface GrantSketch {
  area: string;
  right: DecisionRight;
  fromDaysAgo: number;
  expiresDaysAgo: number;
  trialFailsFrom?: Severity;
}

/** A signed plan of a scenario. */
export interface PlanSketch {
  areas: string[];
  cap?: DecisionRight;
  incidents?: string[];
  criteria?: string[];
  startsDaysAgo: number;
  endsDaysAgo: number;
  completedDaysAgo?: number;
  unsigned?: boolean;
}

/** A trust audit of a scenario. */
export interface AuditSketch {
  heldDaysAgo: number;
  team?: Record<string, DecisionRight>;
  agreed?: Record<string, DecisionRight>;
}

/** How a scenario differs from a service that does everything well. */
export interface Scenario {
  tier?: Tier;
  tags?: string[];
  type?: string;
  annotations?: Record<string, string>;
  /** Facts by collector, merged over the good ones. */
  facts?: Record<string, JsonObject>;
  /** Facts taken away: `slo.availability90d`, or a whole collector. */
  without?: string[];
  /** When those facts are so; always unless told. Before and after they are the good ones. */
  during?: { fromDaysAgo?: number; untilDaysAgo?: number };
  /** Age in days of all pushed facts. */
  factsAgeDays?: number;
  /** Their ttl in days, one by default. */
  factsTtlDays?: number;
  /** Days of coverage up to now; 0 means never covered. */
  coveredDays?: number;
  incidents?: IncidentSketch[];
  exemptions?: ExemptionSketch[];
  attestations?: AttestationSketch[];
  grants?: GrantSketch[];
  plans?: PlanSketch[];
  audits?: AuditSketch[];
  /** Successful deployments, spread over the last 90 days. */
  deployments?: number;
}
