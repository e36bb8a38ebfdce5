import type { IncidentClass, Plan, PlanApproach, Severity } from '../../model';

/** How safe it is to speak up in the team, from an anonymous pulse. @public */
export type Safety = 'low' | 'medium' | 'high';

/** What decided about a repair. @public */
export type RepairReason =
  | 'caused-elsewhere'
  | 'class'
  | 'severity'
  | 'irreversible'
  | 'trust-before'
  | 'safety';

/** A plan that nobody has signed; it caps nothing. @public */
export type PlanDraft = Pick<
  Plan,
  | 'entityRef'
  | 'approach'
  | 'areas'
  | 'cap'
  | 'criteria'
  | 'incidents'
  | 'startsAt'
  | 'endsAt'
>;

/** Which repair fits a failure, and why. Model section 9. @public */
export interface RepairAdvice {
  incident: { source: string; id: string };
  /** Absent where nothing needs to be repaired. */
  approach?: PlanApproach;
  /** Which of the figures below decided. */
  reasons: RepairReason[];
  severity: Severity;
  class: IncidentClass;
  irreversible: boolean;
  /** Trust just before the failure, 0..1: the smallest of its areas. */
  trustBefore: {
    value: number;
    /** Too little to speak of a strong record. */
    weak: boolean;
    areas: { area: string; value: number }[];
  };
  safety: {
    level: Safety;
    /** Mean answer 1..5 of the pulse that told; absent without a recent one. */
    mean?: number;
    at?: number;
  };
  draft?: PlanDraft;
}
