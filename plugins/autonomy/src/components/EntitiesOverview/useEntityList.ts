import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { ListRequest } from './listQuery';

/** One page of entities; the last one stays while the next is on its way. */
export function useEntityList(request: ListRequest | undefined) {
  const api = useApi(autonomyApiRef);
  return useAsyncRetry(
    async () => request && api.listEntities(request),
    [api, request],
  );
}
