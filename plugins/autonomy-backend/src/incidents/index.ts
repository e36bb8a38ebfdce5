export { DatabaseIncidentsStore } from './DatabaseIncidentsStore';
export { incidentItemSchema } from './incidentItemSchema';
export type { IncidentsStore } from './IncidentsStore';
