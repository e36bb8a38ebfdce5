export { createEvaluation } from './createEvaluation';
export {
  EvaluationRecords,
  type EvidenceReaders,
  type StoredResult,
} from './inputs';
export {
  EvaluationQueue,
  QUEUE_TABLE,
  type EvaluationMarks,
  type QueueRow,
} from './queue';
export { GUARDRAIL_LETTERS, READINESS_LETTERS, type Shape } from './results';
export { readSweepState, type CompletedSweep, type SweepState } from './sweep';
export { noTelemetry, type EvaluationTelemetry } from './EvaluationTelemetry';
