export { incidentItemSchema } from './incidentItemSchema';
export { createIncidentsStore, type IncidentsStore } from './IncidentsStore';
export { IncidentConsequences } from './IncidentConsequences';
