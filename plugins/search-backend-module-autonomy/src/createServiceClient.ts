import {
  AutonomyClient,
  type AutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

/**
 * Asks the autonomy backend as the plugin itself, which may read every entity.
 *
 * @internal
 */
export function createServiceClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): AutonomyApi {
  const { auth, discovery } = options;
  return new AutonomyClient({
    discoveryApi: discovery,
    fetchApi: {
      async fetch(url, init) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'autonomy',
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(url, { ...init, headers });
      },
    },
  });
}
