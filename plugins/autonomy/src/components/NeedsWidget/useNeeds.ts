import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** What waits for the reader; asked again when they come back to the window. */
export function useNeeds() {
  const api = useApi(autonomyApiRef);
  const needs = useAsyncRetry(() => api.getNeeds(), [api]);
  const { retry } = needs;
  useEffect(() => {
    window.addEventListener('focus', retry);
    return () => window.removeEventListener('focus', retry);
  }, [retry]);
  return needs;
}
