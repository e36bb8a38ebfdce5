import { autonomyIncidentSourcesExtensionPoint } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { alertmanagerSourceType } from './alertmanagerSourceType';

/**
 * Makes `alertmanager` a type of incident source.
 *
 * @public
 */
export const autonomyModuleAlertmanager = createBackendModule({
  pluginId: 'autonomy',
  moduleId: 'alertmanager',
  register(env) {
    env.registerInit({
      deps: { sources: autonomyIncidentSourcesExtensionPoint },
      async init({ sources }) {
        sources.addIncidentSourceType(alertmanagerSourceType);
      },
    });
  },
});
