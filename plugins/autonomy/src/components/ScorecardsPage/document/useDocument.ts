import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** One document; without one where there is, and was, none. */
export function useDocument({ kind, name }: PolicyDocumentKey) {
  const api = useApi(autonomyPolicyApiRef);
  return useAsyncRetry(
    async () => ({ document: await api.getDocument({ kind, name }) }),
    [api, kind, name],
  );
}
