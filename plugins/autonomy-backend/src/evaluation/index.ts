export { createEvaluationQueue } from './createEvaluationQueue';
export { EvaluationRecords } from './EvaluationRecords';
export type { EvaluationQueue } from './EvaluationQueue';
export {
  createEvaluationsReader,
  DefaultCatalogVisibility,
  type CatalogVisibility,
  type EvaluationsReader,
} from './reading';
