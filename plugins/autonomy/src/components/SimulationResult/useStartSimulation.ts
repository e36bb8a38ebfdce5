import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { usePolicyPaths } from '../usePolicyPaths';

/** Tries a draft, as it is saved, on every entity and goes where that is shown. */
export function useStartSimulation() {
  const api = useApi(autonomyPolicyApiRef);
  const analytics = useAnalytics();
  const navigate = useNavigate();
  const paths = usePolicyPaths();
  return useAsyncFn(
    async (draftId: string) => {
      const { id } = await api.startSimulation({ draftId });
      analytics.captureEvent('simulate', draftId);
      navigate(paths.simulation(id));
    },
    [analytics, api, navigate, paths],
  );
}
