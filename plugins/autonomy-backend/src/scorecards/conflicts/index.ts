export { ConfigurationConflicts } from './ConfigurationConflicts';
export { policyConflicts } from './policyConflicts';
