export * from './envelope';
export { policySchema } from './policy';
export { validate, type SchemaIssue } from './messages';
