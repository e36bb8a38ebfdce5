export { parsePolicyFile } from './parsePolicyFile';
export {
  compilePolicy,
  lintPolicy,
  type CompilePolicyOptions,
} from './compilePolicy';
export type { CheckTightening, Overlay } from './overlay';
export type { PolicyDocument } from './PolicyDocument';
export type { DocumentLines, FieldPath } from './DocumentLines';
export { formatPolicyIssue, type PolicyIssue } from './PolicyIssue';
export { PolicyError } from './PolicyError';
export {
  splitPolicyDocuments,
  type PolicyDocumentPart,
} from './splitPolicyDocuments';
export { diffPolicies, type PolicyChange } from './diff';
export { policyJsonSchema } from './jsonSchema';
export { policyFactSchemas } from './policyFactSchemas';
export { re2 } from './re2';
export * from './language';
export * from './testing';
