import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { AutonomyCollatorFactory } from './AutonomyCollatorFactory';
import { createServiceClient } from './createServiceClient';
import { readCollatorConfig } from './readCollatorConfig';

/**
 * Adds entities with their results to the search index.
 *
 * @public
 */
export const searchModuleAutonomyCollator = createBackendModule({
  pluginId: 'search',
  moduleId: 'autonomy-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        config,
        discovery,
        indexRegistry,
        logger,
        scheduler,
      }) {
        const { schedule, visibilityPermission, ...settings } =
          readCollatorConfig(config);
        if (!visibilityPermission) {
          logger.warn(
            'Autonomy is not indexed: say in search.collators.autonomy.visibility which permission decides who finds it',
          );
          return;
        }
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: AutonomyCollatorFactory.create({
            ...settings,
            api: createServiceClient({ auth, discovery }),
            visibilityPermission,
          }),
        });
      },
    });
  },
});
