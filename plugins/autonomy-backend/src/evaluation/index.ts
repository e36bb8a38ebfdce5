export { createEvaluationQueue } from './createEvaluationQueue';
export type { EvaluationQueue } from './EvaluationQueue';
export { createEvaluationsReader, type EvaluationsReader } from './reading';
