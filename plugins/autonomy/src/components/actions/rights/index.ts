export {
  useGovernanceRights,
  type GovernanceRights,
} from './useGovernanceRights';
export { useIncidentRights } from './useIncidentRights';
export { useOwnerRights } from './useOwnerRights';
