export { deploymentItemSchema } from './deploymentItemSchema';
export {
  createDeploymentsStore,
  type DeploymentsStore,
} from './DeploymentsStore';
