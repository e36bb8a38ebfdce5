export { incidentItemSchema, type IncidentItem } from './incidentItemSchema';
export { DatabaseIncidentsStore, type IncidentsStore } from './IncidentsStore';
export type { IncidentReports } from './IncidentReports';
export { IncidentConsequences } from './IncidentConsequences';
export { AuthorizedInbox, type ReplayRequest } from './inbox';
export { IncidentIntake } from './IncidentIntake';
export { IncidentSourceTypes } from './sources';
export { DatabaseIncidentReports } from './DatabaseIncidentReports';
export {
  createIncidentService,
  IncidentChanges,
  isInForce,
  lightens,
  type IncidentAgenda,
  type IncidentDecision,
  type IncidentService,
  type IncidentTerms,
  type OpenedIncident,
} from './editing';
export {
  areasText,
  isBySource,
  isPending,
  isSameChange,
  type IncidentProposal,
} from './record/IncidentProposal';
export { causeOf, concerned, keyText } from './record/IncidentRecord';
export { lockIncidents } from './record/incidentsTable';
export { decideProposals, readProposals } from './record/proposalsTable';
