export {
  adviseRepair,
  type RepairOptions,
  type SafetyPulse,
} from './adviseRepair';
export type {
  PlanDraft,
  RepairAdvice,
  RepairReason,
  Safety,
} from './RepairAdvice';
