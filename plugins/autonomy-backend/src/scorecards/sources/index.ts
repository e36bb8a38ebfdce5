export { BuiltInPolicySource } from './BuiltInPolicySource';
export { DatabasePolicySource } from './DatabasePolicySource';
export { FilePolicySource } from './FilePolicySource';
export type { PolicySource, PolicyText } from './PolicyText';
export { UrlPolicySource } from './UrlPolicySource';
