export * from './envelope';
export { policySchema } from './policy';
export { notAllowed, validate, type SchemaIssue } from './messages';
