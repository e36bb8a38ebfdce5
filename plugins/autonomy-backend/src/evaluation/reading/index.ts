export { createEvaluationsReader } from './createEvaluationsReader';
export type { EvaluationsReader } from './EvaluationsReader';
