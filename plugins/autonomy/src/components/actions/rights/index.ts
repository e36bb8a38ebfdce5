export { useIncidentRights } from './useIncidentRights';
export { useOwnerRights } from './useOwnerRights';
