export { DatabaseDeploymentsStore } from './DatabaseDeploymentsStore';
export { deploymentItemSchema } from './deploymentItemSchema';
export type { DeploymentsStore } from './DeploymentsStore';
