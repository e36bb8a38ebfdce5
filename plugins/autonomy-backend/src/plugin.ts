import {
  autonomyFactCollectorsExtensionPoint,
  autonomyIncidentSourcesExtensionPoint,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import Router from 'express-promise-router';
import {
  createApi,
  createCore,
  createGovernance,
  createReading,
  startBackground,
} from './composition';
import { autonomyClockServiceRef } from './database';
import { FactCollectors } from './facts';
import { IncidentSourceTypes } from './incidents';
import { registerPermissions } from './permissions';

/**
 * The backend of Autonomy for Backstage.
 *
 * @public
 */
export const autonomyPlugin = createBackendPlugin({
  pluginId: 'autonomy',
  register(env) {
    const collectors = FactCollectors.create();
    env.registerExtensionPoint({
      extensionPoint: autonomyFactCollectorsExtensionPoint,
      // With a context, so that what fails later on is blamed on the module that brought it.
      factory: context => ({
        addFactCollector: collector =>
          collectors.add({
            collector,
            reportFailure: error =>
              context.reportModuleStartupFailure({ error }),
          }),
      }),
    });
    const sourceTypes = new IncidentSourceTypes();
    env.registerExtensionPoint(
      autonomyIncidentSourcesExtensionPoint,
      sourceTypes,
    );

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: autonomyClockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        tracing: tracingServiceRef,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const core = await createCore(services, { collectors, sourceTypes });
        registerPermissions({ ...services, index: core.index });
        // Before everything that parses JSON: what sources sign is bytes.
        core.intake.addRoutes(services.httpRouter);
        const reading = createReading(services, core);
        const governance = createGovernance(services, core, reading);
        const api = await createApi(
          services,
          core,
          reading,
          governance,
          collectors,
        );
        services.httpRouter.use(Router().use('/v1', api));
        await startBackground(services, core, governance, collectors);
      },
    });
  },
});
