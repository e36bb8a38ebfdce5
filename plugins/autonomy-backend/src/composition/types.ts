import type { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import type { coreServices, ServiceRef } from '@backstage/backend-plugin-api';
import type { catalogServiceRef } from '@backstage/plugin-catalog-node';

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
  config: ServiceOf<typeof coreServices.rootConfig>;
  database: ServiceOf<typeof coreServices.database>;
  httpAuth: ServiceOf<typeof coreServices.httpAuth>;
  httpRouter: ServiceOf<typeof coreServices.httpRouter>;
  lifecycle: ServiceOf<typeof coreServices.lifecycle>;
  logger: ServiceOf<typeof coreServices.logger>;
  metrics: ServiceOf<typeof metricsServiceRef>;
  permissions: ServiceOf<typeof coreServices.permissions>;
  permissionsRegistry: ServiceOf<typeof coreServices.permissionsRegistry>;
  scheduler: ServiceOf<typeof coreServices.scheduler>;
  userInfo: ServiceOf<typeof coreServices.userInfo>;
}
