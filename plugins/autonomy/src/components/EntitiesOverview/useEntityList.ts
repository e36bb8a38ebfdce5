import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { ListQuery } from './listQuery';

/** One page of entities; the last one stays while the next is on its way. */
export function useEntityList(query: ListQuery) {
  const api = useApi(autonomyApiRef);
  return useAsyncRetry(() => api.listEntities(query), [api, query]);
}
