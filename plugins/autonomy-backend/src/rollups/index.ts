export { createDailyRollUps } from './createDailyRollUps';
export type { RollUpJob, RollUpRun } from './RollUpJob';
