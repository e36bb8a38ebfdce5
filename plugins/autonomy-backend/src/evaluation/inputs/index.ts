export { deploymentReach } from './deploymentReach';
export {
  EvaluationInputs,
  type EvaluationInputsOptions,
  type EvidenceReaders,
  type LoadedInput,
} from './EvaluationInputs';
export {
  EvaluationRecords,
  type EvaluationRecord,
  type StoredResult,
} from './EvaluationRecords';
export { goOn } from './goOn';
