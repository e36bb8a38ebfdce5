export { planStandings, rememberedEnds } from './planStandings';
export type { PlanStanding } from './PlanStanding';
