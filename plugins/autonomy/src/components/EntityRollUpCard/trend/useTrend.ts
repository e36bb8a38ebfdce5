import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { RollUpScope } from '../scope';

/** The last 90 days of what belongs to an entity itself. */
export function useTrend({ ref, trendKind: kind }: RollUpScope) {
  const api = useApi(autonomyApiRef);
  return useAsyncRetry(() => api.getTrends({ kind, ref }), [api, kind, ref]);
}
