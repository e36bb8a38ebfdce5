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

export const autonomyGovernanceApi = ApiBlueprint.make({
  name: 'governance',
  params: defineParams =>
    defineParams({
      api: autonomyGovernanceApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyGovernanceClient({ fetchApi }),
    }),
});
