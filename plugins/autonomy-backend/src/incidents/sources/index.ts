export { IncidentSourceTypes } from './IncidentSourceTypes';
export { readSources, type ConfiguredSource } from './readSources';
export { SourcePolling } from './SourcePolling';
