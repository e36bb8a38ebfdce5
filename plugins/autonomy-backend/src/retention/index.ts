export { createRetentionJob } from './createRetentionJob';
export type { RetentionJob, RetentionRun } from './RetentionJob';
