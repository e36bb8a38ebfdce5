export {
  DefaultCatalogVisibility,
  type CatalogVisibility,
} from './CatalogVisibility';
export { createResultReaders } from './createResultReaders';
export type { GuardrailMatrixReader } from './guardrails';
export type { EvaluationsQueries, EvaluationsReader } from './list';
export type { ReadinessReader } from './readiness';
export { ReadScopes } from './ReadScopes';
export type { EntityRefresh, RefreshService } from './refresh';
export type { SummaryReader } from './summary';
