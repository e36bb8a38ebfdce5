import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** What the policy is made of, and everything that was published. */
export function useDocuments() {
  const api = useApi(autonomyPolicyApiRef);
  return useAsyncRetry(async () => {
    const [documents, versions] = await Promise.all([
      api.listDocuments(),
      api.listVersions(),
    ]);
    return { documents, versions };
  }, [api]);
}
