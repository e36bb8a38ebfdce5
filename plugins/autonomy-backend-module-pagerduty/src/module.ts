import { autonomyIncidentSourcesExtensionPoint } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { pagerDutySourceType } from './pagerDutySourceType';

/**
 * Adds incident sources of the type `pagerduty`.
 *
 * @public
 */
export const autonomyModulePagerduty = createBackendModule({
  pluginId: 'autonomy',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: { sources: autonomyIncidentSourcesExtensionPoint },
      async init({ sources }) {
        sources.addIncidentSourceType(pagerDutySourceType);
      },
    });
  },
});
