import { useCallback, useMemo } from 'react';
// The only place here that knows the router.
import { useSearchParams } from 'react-router-dom';
import {
  readActivityQuery,
  writeActivityQuery,
  type ActivityQuery,
} from './activityQuery';

/** The query in the address, and a way to change it. */
export function useActivityQuery(): [
  ActivityQuery,
  (change: ActivityQuery) => void,
] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readActivityQuery(params), [params]);
  const change = useCallback(
    (changes: ActivityQuery) =>
      setParams(
        current =>
          writeActivityQuery({ ...readActivityQuery(current), ...changes }),
        { replace: true },
      ),
    [setParams],
  );
  return [query, change];
}
