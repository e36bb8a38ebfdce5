import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { ListRequest } from '../EntitiesOverview/listQuery';
import { useMapFilter } from './useMapFilter';

/** How the entities that are listed stand with every guardrail. */
export function useGuardrailMatrix(request: ListRequest | undefined) {
  const api = useApi(autonomyApiRef);
  const filter = useMapFilter(request);
  return useAsyncRetry(
    async () => filter && api.getGuardrailMatrix(filter),
    [api, filter],
  );
}
