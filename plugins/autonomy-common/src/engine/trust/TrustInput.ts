import type { Coverage, Incident, Policy } from '../../model';
import type { Consequences } from '../consequences';
import type { PlanStanding } from '../plans';
import type { Horizon } from '../time';

/** What trust is computed from. Model section 7. */
export interface TrustInput {
  entityRef: string;
  firstSeenAt: number;
  /** As far as they are recorded, each in one state. */
  incidents: readonly Incident[];
  coverage: readonly Coverage[];
  plans: readonly PlanStanding[];
  consequences: Consequences;
  policy: Policy;
  horizon: Horizon;
}
