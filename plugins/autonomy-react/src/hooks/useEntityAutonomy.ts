import {
  autonomyEntityChannel,
  type AutonomyEntitySignal,
  type Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';
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

/**
 * What the suite says about one entity. Where signals are installed it follows every change.
 * @public
 */
export function useEntityAutonomy(entityRef: string): EntityAutonomy {
  const api = useApi(autonomyApiRef);
  const { value, loading, error, retry } = useAsyncRetry(
    async () => ({ entityRef, evaluation: await api.getEntity(entityRef) }),
    [api, entityRef],
  );
  const current = value?.entityRef === entityRef ? value : undefined;

  const { lastSignal } = useSignal<AutonomyEntitySignal>(
    autonomyEntityChannel(entityRef),
  );
  const newest = lastSignal?.evaluatedAt ?? -Infinity;
  const known = current?.evaluation?.evaluatedAt ?? -Infinity;
  const asked = useRef(-Infinity);
  useEffect(() => {
    // Once for each signal: where the answer is still an older one, the next signal tells.
    if (!loading && newest > Math.max(known, asked.current)) {
      asked.current = newest;
      retry();
    }
  }, [known, loading, newest, retry]);

  return { evaluation: current?.evaluation, loading, error, retry };
}
