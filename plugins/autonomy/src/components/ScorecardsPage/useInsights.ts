import type { CheckInsight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** How checks fare. */
export interface Insights {
  /** By the id of the check; empty while they are counted. */
  byCheck: ReadonlyMap<string, CheckInsight>;
  /** They are not counted for this reader. */
  isWithheld: boolean;
  error?: Error;
}

/**
 * Checks are counted apart from what they stand in, so that nobody waits for the figures.
 *
 * @param scorecard - only its checks; all of them unless told
 */
export function useInsights(scorecard?: string): Insights {
  const api = useApi(autonomyPolicyApiRef);
  const { error, value } = useAsync(
    () => api.getCheckInsights({ scorecard }),
    [api, scorecard],
  );
  return {
    byCheck: new Map(value?.items.map(item => [item.id, item])),
    isWithheld: value?.isWithheld ?? false,
    error,
  };
}
