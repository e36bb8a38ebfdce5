import type { TrustPolicy } from '../../model';
import type { Interval } from '../math';
import type { PlanStanding } from '../plans';
import type { Horizon } from '../time';

/** What the trust of every area is computed with. */
export interface TrustContext {
  readonly trust: TrustPolicy;
  readonly horizon: Horizon;
  /** Trust is computed as of this instant, `t*`. */
  readonly asOf: number;
  /** Whether `asOf` is now and passes with it: a source watches. */
  readonly moving: boolean;
  /** Whether any source ever watched. */
  readonly everCovered: boolean;
  /** Covered time within the window, disjoint and ascending. */
  readonly covered: readonly Interval[];
  readonly completedPlans: readonly PlanStanding[];
}
