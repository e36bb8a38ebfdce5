import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createDeployment,
  createIncident,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import autonomyPlugin from '../src';
import { catalogEntities } from './entities';
import { evaluations } from './evaluations';
import { storyHistory } from './history';
import { objectives, readinessOf, trends } from './rollUps';

// A service page is at /catalog/default/component/payments-api. No backend is needed.
const known = evaluations();

const fakeAutonomy = createFrontendModule({
  pluginId: 'autonomy',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: autonomyApiRef,
          deps: {},
          factory: () =>
            new FakeAutonomyApi({
              evaluations: known,
              histories: { 'component:default/payments-api': storyHistory() },
              incidents: [createIncident()],
              deployments: [createDeployment()],
              readiness: readinessOf(known),
              objectives: objectives(),
              trends: trends(),
            }),
        }),
    }),
  ],
});

const fakeCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: catalogEntities(known) }),
        }),
    }),
  ],
});

createDevApp({
  features: [catalogPlugin, fakeCatalog, autonomyPlugin, fakeAutonomy],
});
