export type { EvaluationMarks } from './EvaluationMarks';
export { EvaluationQueue, LEASE_MS } from './EvaluationQueue';
export { PolicyInForce } from './PolicyInForce';
export { QUEUE_TABLE, type QueueRow } from './QueueRow';
export { EvaluationRefresh } from './EvaluationRefresh';
