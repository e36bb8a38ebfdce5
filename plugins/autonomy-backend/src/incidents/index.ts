export { incidentItemSchema, type IncidentItem } from './incidentItemSchema';
export { DatabaseIncidentsStore, type IncidentsStore } from './IncidentsStore';
export type { IncidentReports } from './IncidentReports';
export { IncidentConsequences } from './IncidentConsequences';
export { AuthorizedInbox, type ReplayRequest } from './inbox';
export { IncidentIntake } from './IncidentIntake';
export { IncidentSourceTypes } from './sources';
export { DatabaseIncidentReports } from './DatabaseIncidentReports';
export { createIncidentService, type IncidentService } from './editing';
