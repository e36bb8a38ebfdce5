import type {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import type { coreServices, ServiceRef } from '@backstage/backend-plugin-api';
import type { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { eventsServiceRef } from '@backstage/plugin-events-node';
import type { notificationService } from '@backstage/plugin-notifications-node';
import type { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { Clock } from '../database';

type ServiceOf<TRef> = TRef extends ServiceRef<infer TService, any, any>
  ? TService
  : never;

/**
 * What the plugin gets from the backend it runs in.
 *
 * @internal
 */
export interface PluginServices {
  auditor: ServiceOf<typeof coreServices.auditor>;
  auth: ServiceOf<typeof coreServices.auth>;
  catalog: ServiceOf<typeof catalogServiceRef>;
  clock: Clock;
  config: ServiceOf<typeof coreServices.rootConfig>;
  database: ServiceOf<typeof coreServices.database>;
  events: ServiceOf<typeof eventsServiceRef>;
  httpAuth: ServiceOf<typeof coreServices.httpAuth>;
  httpRouter: ServiceOf<typeof coreServices.httpRouter>;
  lifecycle: ServiceOf<typeof coreServices.lifecycle>;
  logger: ServiceOf<typeof coreServices.logger>;
  metrics: ServiceOf<typeof metricsServiceRef>;
  notifications: ServiceOf<typeof notificationService>;
  permissions: ServiceOf<typeof coreServices.permissions>;
  permissionsRegistry: ServiceOf<typeof coreServices.permissionsRegistry>;
  scheduler: ServiceOf<typeof coreServices.scheduler>;
  signals: ServiceOf<typeof signalsServiceRef>;
  tracing: ServiceOf<typeof tracingServiceRef>;
  urlReader: ServiceOf<typeof coreServices.urlReader>;
  userInfo: ServiceOf<typeof coreServices.userInfo>;
}
