export { DefaultPolicyRegistry } from './DefaultPolicyRegistry';
export { TRIED } from './attemptOver';
export { fixedPolicies } from './fixedPolicies';
export { layersOf } from './layersOf';
export { toDocumentIssues } from './toDocumentIssue';
export type {
  FollowedPolicies,
  PolicyAttempt,
  PolicyProblem,
  PolicyRegistry,
  PolicySnapshot,
} from './PolicyRegistry';
