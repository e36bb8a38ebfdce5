import { AutonomyClient } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';

export const autonomyApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: autonomyApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new AutonomyClient({ fetchApi }),
    }),
});
