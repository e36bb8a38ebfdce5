import { autonomyFactCollectorsExtensionPoint } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { BackupsCollector } from './BackupsCollector';

/**
 * Adds the facts of collector `backups`.
 *
 * @public
 */
export const autonomyModuleBackups = createBackendModule({
  pluginId: 'autonomy',
  moduleId: 'backups',
  register(env) {
    env.registerInit({
      deps: {
        collectors: autonomyFactCollectorsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ collectors, config }) {
        collectors.addFactCollector(BackupsCollector.fromConfig(config));
      },
    });
  },
});
