import type { Plan, PlanResult } from '../../model';

/** Where a recalibration plan stands at an instant. Model section 9. */
export interface PlanStanding {
  readonly plan: Plan;
  readonly state: PlanResult['state'];
  /** Its end with an extension. */
  readonly endsAt: number;
  /** When it was completed, lifted or lapsed. */
  readonly endedAt: number | undefined;
  readonly criteria: PlanResult['criteria'];
}
