import {
  AutonomyClient,
  AutonomyPolicyClient,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';

export const autonomyApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: autonomyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyClient({ fetchApi }),
    }),
});

export const autonomyPolicyApi = ApiBlueprint.make({
  name: 'policy',
  params: defineParams =>
    defineParams({
      api: autonomyPolicyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyPolicyClient({ fetchApi }),
    }),
});
