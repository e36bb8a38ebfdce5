export { createPolicyDocuments } from './createPolicyDocuments';
export type { PolicyDocumentsService } from './documents';
export { loadPolicy } from './loadPolicy';
export { startPolicies, type StartedPolicies } from './startPolicies';
export {
  DefaultPolicyRegistry,
  fixedPolicies,
  type FollowedPolicies,
  type PolicyRegistry,
  type PolicySnapshot,
} from './registry';
export { BuiltInPolicySource, FilePolicySource } from './sources';
