import type {
  EntityHistory,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Twelve months of an entity, and the first page of what changed. */
export interface History {
  value?: EntityHistory;
  loading: boolean;
  error?: Error;
  retry: () => void;
}

/** Loads the history of an entity, anew with every evaluation. */
export function useHistory({ entity, evaluatedAt }: Evaluation): History {
  const api = useApi(autonomyApiRef);
  const { entityRef } = entity;
  return useAsyncRetry(
    () => api.getEntityHistory(entityRef),
    [api, entityRef, evaluatedAt],
  );
}
