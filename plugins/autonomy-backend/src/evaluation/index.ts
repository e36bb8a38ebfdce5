export { createEvaluationQueue } from './createEvaluationQueue';
export { EvaluationRecords } from './EvaluationRecords';
export type { EvaluationQueue } from './EvaluationQueue';
export { createEvaluationsReader, type EvaluationsReader } from './reading';
