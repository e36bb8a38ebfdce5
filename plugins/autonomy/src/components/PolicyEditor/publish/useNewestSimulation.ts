import type {
  PolicyDraft,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** The newest simulation of what is to be published, and whether it is known yet. */
export function useNewestSimulation({ id, revision }: PolicyDraft): {
  simulation?: Simulation;
  loading: boolean;
} {
  const api = useApi(autonomyPolicyApiRef);
  const { loading, value } = useAsync(() => api.listSimulations(id), [api, id]);
  const simulation = value?.find(
    ({ draft, isOutdated, state }) =>
      draft?.revision === revision && state === 'done' && !isOutdated,
  );
  return { simulation, loading };
}
