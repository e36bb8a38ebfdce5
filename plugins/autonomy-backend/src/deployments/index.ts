export { createDeploymentService } from './createDeploymentService';
export {
  deploymentItemSchema,
  type DeploymentItem,
} from './deploymentItemSchema';
export type { DeploymentService } from './DeploymentService';
export {
  createDeploymentsStore,
  type DeploymentsStore,
} from './DeploymentsStore';
