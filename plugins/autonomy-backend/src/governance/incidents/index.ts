export { createIncidentMatters } from './createIncidentMatters';
