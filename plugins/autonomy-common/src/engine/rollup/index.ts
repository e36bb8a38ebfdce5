export {
  ReadinessTally,
  readinessRollUp,
  type RollUpEntity,
} from './readinessRollUp';
