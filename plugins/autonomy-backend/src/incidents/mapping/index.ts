export { IncidentMapping, UnmappedIncidentError } from './IncidentMapping';
export { readMapping } from './readMapping';
