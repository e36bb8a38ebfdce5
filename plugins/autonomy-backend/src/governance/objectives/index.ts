export { createObjectiveService } from './createObjectiveService';
export type { ObjectiveService } from './ObjectiveService';
