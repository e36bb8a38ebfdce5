export { AuthorizedHealthService } from './AuthorizedHealthService';
export {
  DefaultHealthService,
  type HealthServiceOptions,
} from './DefaultHealthService';
export type { HealthService } from './HealthService';
