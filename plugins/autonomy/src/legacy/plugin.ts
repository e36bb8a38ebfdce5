import {
  AutonomyClient,
  AutonomyGovernanceClient,
  AutonomyPolicyClient,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createApiFactory,
  createPlugin,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { entityContentRouteRef, rootRouteRef } from '../routes';

/**
 * Autonomy for Backstage in the legacy frontend system.
 * @public
 */
export const autonomyPlugin = createPlugin({
  id: 'autonomy',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  apis: [
    createApiFactory({
      api: autonomyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyClient({ fetchApi }),
    }),
    createApiFactory({
      api: autonomyPolicyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyPolicyClient({ fetchApi }),
    }),
    createApiFactory({
      api: autonomyGovernanceApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyGovernanceClient({ fetchApi }),
    }),
  ],
});
