export { instantField, toLine } from './fields';
export { incidentSchema, type PagerDutyIncident } from './incidentSchema';
export { toIncidentReport } from './toIncidentReport';
