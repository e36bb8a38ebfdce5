import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { organisation } from '../src/__testUtils__';

/*
 * Starts the plugin by itself with a made-up catalog and no sign-in:
 *
 *   ./run workspace @aligned-autonomy/backstage-plugin-autonomy-backend start
 *
 *   curl http://localhost:7007/api/autonomy/v1/entities
 *   curl http://localhost:7007/api/autonomy/v1/entities/component/default/checkout
 *   curl http://localhost:7007/api/autonomy/v1/incidents -H 'content-type: application/json' -d '{
 *     "items": [{
 *       "id": "1", "source": "curl", "entityRef": "component:default/checkout", "title": "Down",
 *       "severity": "high", "areas": ["deployment"], "startedAt": "2026-01-31T09:30:00Z"
 *     }]
 *   }'
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(catalogServiceMock.factory({ entities: organisation() }));
backend.add(import('../src'));

backend.start();
