import type { ReadinessBand } from './vocabulary';

/** One readiness item over many entities. @public */
export interface ReadinessRollUpItem {
  id: string;
  title: string;
  section?: string;
  /** Entities to which it applies. */
  applicable: number;
  /** Of them those that pass; an exempt one does not. */
  passing: number;
  /** `passing / applicable` */
  share: number;
  /** Enough of them pass. */
  yes: boolean;
}

/** Readiness of a group, system, domain or the organisation. Model section 3. @public */
export interface ReadinessRollUp {
  entities: number;
  /** In the order of the checks; those that apply to no entity are left out. */
  items: ReadinessRollUpItem[];
  /** Items answered no. */
  gaps: number;
  /** Absent without items. */
  band?: ReadinessBand;
  /** Ids of the items answered no, the lowest share first. */
  topGaps: string[];
}
