export { parsePolicyFile } from './parsePolicyFile';
export { compilePolicy } from './compilePolicy';
export type { PolicyDocument } from './PolicyDocument';
export type { DocumentLines, FieldPath } from './DocumentLines';
export { formatPolicyIssue, type PolicyIssue } from './PolicyIssue';
export { PolicyError } from './PolicyError';
