export { createDeploymentService } from './createDeploymentService';
export { deploymentItemSchema } from './deploymentItemSchema';
export type { DeploymentService } from './DeploymentService';
export {
  createDeploymentsStore,
  type DeploymentsStore,
} from './DeploymentsStore';
