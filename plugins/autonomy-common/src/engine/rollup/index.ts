export { readinessRollUp, type RollUpEntity } from './readinessRollUp';
