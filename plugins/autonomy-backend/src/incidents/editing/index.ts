export { createIncidentService } from './createIncidentService';
export type { IncidentService } from './IncidentService';
export { isInForce, lightens } from './changeIncident';
export type {
  IncidentAgenda,
  IncidentDecision,
  IncidentTerms,
} from './IncidentAgenda';
export { IncidentChanges, type OpenedIncident } from './IncidentChanges';
