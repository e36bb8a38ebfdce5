export { createIncidentService } from './createIncidentService';
export type { IncidentService } from './IncidentService';
