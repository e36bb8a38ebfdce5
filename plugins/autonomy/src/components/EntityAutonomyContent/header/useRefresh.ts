import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useAnalytics } from '@backstage/frontend-plugin-api';
import { useEffect, useRef } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** How long what was not there at once may take. */
const LATER = 5_000;

/** What came of asking for an evaluation. */
export type RefreshOutcome =
  | 'done'
  | 'pending'
  | 'tooOften'
  | 'forbidden'
  | 'failed';

export interface RefreshProps {
  entityRef: string;
  /** Of the evaluation that is shown. */
  evaluatedAt: number;
  /** There is, or may be, something new to load. */
  onRefreshed: () => void;
}

/** Asks for an evaluation now, and has the result shown. */
export function useRefresh(props: RefreshProps) {
  const { entityRef, evaluatedAt, onRefreshed } = props;
  const api = useApi(autonomyApiRef);
  const analytics = useAnalytics();
  const onLater = useRef(onRefreshed);
  onLater.current = onRefreshed;
  const [{ loading: busy, value: last }, refresh] = useAsyncFn(async () => {
    analytics.captureEvent('refresh', entityRef);
    let outcome: RefreshOutcome = 'done';
    try {
      if (!(await api.refreshEntity(entityRef))) outcome = 'pending';
    } catch (error) {
      outcome = outcomeOf(error as Error & { statusCode?: number });
    }
    if (outcome === 'done') onLater.current();
    return { outcome, evaluatedAt };
  }, [api, analytics, entityRef, evaluatedAt]);
  // What was said of an earlier evaluation is over.
  const outcome =
    last && !busy && last.evaluatedAt === evaluatedAt
      ? last.outcome
      : undefined;
  const isPending = outcome === 'pending';
  useEffect(() => {
    if (!isPending) return undefined;
    // Where no signals are installed nobody tells when it is there.
    const timer = setTimeout(() => onLater.current(), LATER);
    return () => clearTimeout(timer);
  }, [isPending]);
  return { busy, outcome, refresh };
}

function outcomeOf({
  name,
  statusCode,
}: Error & { statusCode?: number }): RefreshOutcome {
  if (statusCode === 429) return 'tooOften';
  return statusCode === 403 || name === 'NotAllowedError'
    ? 'forbidden'
    : 'failed';
}
