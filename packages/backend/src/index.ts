import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./modules/sampleAuth'));
if (process.env.DEMO_CLOCK) {
  backend.add(import('./modules/sampleClock'));
}
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./modules/samplePolicy'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@aligned-autonomy/backstage-plugin-autonomy-backend'));
backend.add(
  import(
    '@aligned-autonomy/backstage-plugin-autonomy-backend-module-alertmanager'
  ),
);
backend.add(
  import(
    '@aligned-autonomy/backstage-plugin-autonomy-backend-module-pagerduty'
  ),
);
backend.add(
  import('@aligned-autonomy/backstage-plugin-search-backend-module-autonomy'),
);

backend.start();
