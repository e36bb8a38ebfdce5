export { createEvaluation } from './createEvaluation';
export {
  EvaluationInputs,
  EvaluationRecords,
  type EvaluationInputsOptions,
  type EvidenceReaders,
  type LoadedInput,
  type StoredResult,
} from './inputs';
export {
  EvaluationQueue,
  QUEUE_TABLE,
  type EvaluationMarks,
  type QueueRow,
} from './queue';
export type { EvaluationPreview } from './EvaluationPreview';
export {
  GUARDRAIL_LETTERS,
  STATE_LETTERS,
  type PreparedResult,
  type ResultsFollower,
  type Shape,
} from './results';
export { readSweepState, type CompletedSweep, type SweepState } from './sweep';
export { noTelemetry, type EvaluationTelemetry } from './EvaluationTelemetry';
