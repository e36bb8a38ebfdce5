export { diffPolicies } from './diffPolicies';
export type { PolicyChange } from './PolicyChange';
