import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyApiRef } from '../api';

/** @public */
export interface EntityAutonomy {
  /** Undefined while loading, after an error, and where there is none to be seen. */
  evaluation?: Evaluation;
  loading: boolean;
  error?: Error;
  /** Asks again; the evaluation at hand stays until the answer comes. */
  retry: () => void;
}

/** What the suite says about one entity. @public */
export function useEntityAutonomy(entityRef: string): EntityAutonomy {
  const api = useApi(autonomyApiRef);
  const { value, loading, error, retry } = useAsyncRetry(
    async () => ({ entityRef, evaluation: await api.getEntity(entityRef) }),
    [api, entityRef],
  );
  const current = value?.entityRef === entityRef ? value : undefined;
  return { evaluation: current?.evaluation, loading, error, retry };
}
