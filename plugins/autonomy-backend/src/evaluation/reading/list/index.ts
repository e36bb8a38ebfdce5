export { AuthorizedEvaluationsReader } from './AuthorizedEvaluationsReader';
export { EvaluationsQueries } from './EvaluationsQueries';
export type { EvaluationsReader } from './EvaluationsReader';
