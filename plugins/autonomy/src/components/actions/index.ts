export { CheckActions, type CheckActionsProps } from './CheckActions';
export {
  DeploymentActions,
  type DeploymentActionsProps,
} from './DeploymentActions';
export { IncidentActions, type IncidentActionsProps } from './IncidentActions';
