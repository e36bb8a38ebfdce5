export * from './envelope';
export { asWritten, formatDuration } from './asWritten';
export { notAllowed, shown, validate, type SchemaIssue } from './messages';
export { policySchema } from './policy';
export { scorecardSchema } from './scorecard';
