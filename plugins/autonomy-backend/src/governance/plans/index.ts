export { createPlans, type PlansOptions } from './createPlans';
export { DatabasePlansStore } from './DatabasePlansStore';
export type { PlanQueries } from './PlanQueries';
export type { PlanReminders } from './PlanReminders';
export type { PlanService } from './PlanService';
export type { PlansStore } from './PlansStore';
