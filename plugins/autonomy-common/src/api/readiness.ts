import type { ReadinessRollUp } from '../model';

/** Readiness over the entities that the caller may read. @public */
export interface ReadinessOverview {
  /** The Group, System or Domain; absent for the organisation. */
  ref?: string;
  /** Nothing is counted: only the catalog can tell what the caller may read. */
  isWithheld: boolean;
  /** Absent where it is withheld. */
  rollUp?: ReadinessRollUp;
}
