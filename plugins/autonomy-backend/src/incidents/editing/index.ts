export { createIncidentService } from './createIncidentService';
export type { IncidentService } from './IncidentService';
export type { ListIncidentsRequest } from './types';
