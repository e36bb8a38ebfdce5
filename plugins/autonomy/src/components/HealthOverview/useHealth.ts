import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useInterval from 'react-use/esm/useInterval';

const EVERY = 30_000;

/** The health of the backend, asked for again and again while somebody looks. */
export function useHealth() {
  const api = useApi(autonomyApiRef);
  const isVisible = useIsVisible();
  const state = useAsyncRetry(
    async () => ({ health: await api.getHealth(), at: Date.now() }),
    [api],
  );
  useInterval(state.retry, isVisible && !state.loading ? EVERY : null);
  return state;
}

function useIsVisible(): boolean {
  const [isVisible, setIsVisible] = useState(!document.hidden);
  useEffect(() => {
    const follow = () => setIsVisible(!document.hidden);
    document.addEventListener('visibilitychange', follow);
    return () => document.removeEventListener('visibilitychange', follow);
  }, []);
  return isVisible;
}
