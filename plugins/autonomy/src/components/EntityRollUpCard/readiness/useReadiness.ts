import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** The readiness items over all that belongs to an entity. */
export function useReadiness(ref: string) {
  const api = useApi(autonomyApiRef);
  return useAsyncRetry(() => api.getReadiness(ref), [api, ref]);
}
