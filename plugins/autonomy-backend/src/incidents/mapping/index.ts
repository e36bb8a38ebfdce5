export { IncidentAttribution, type SourceReport } from './IncidentAttribution';
export { IncidentMapping, UnmappedIncidentError } from './IncidentMapping';
export { readMapping } from './readMapping';
