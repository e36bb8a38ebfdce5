export {
  DefaultCatalogVisibility,
  type CatalogVisibility,
} from './CatalogVisibility';
export { createEvaluationsReader } from './createEvaluationsReader';
export type { EvaluationsReader } from './EvaluationsReader';
