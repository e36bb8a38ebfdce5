export { AuthorizedHealthService } from './AuthorizedHealthService';
export {
  DefaultHealthService,
  type HealthServiceOptions,
} from './DefaultHealthService';
export { EvaluationProgress } from './EvaluationProgress';
export type { HealthService } from './HealthService';
