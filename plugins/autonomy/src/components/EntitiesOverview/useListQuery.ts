import { useCallback, useMemo } from 'react';
// The only place that knows the router, so that a change of router stays here.
import { useSearchParams } from 'react-router-dom';
import { readListQuery, writeListQuery, type ListQuery } from './listQuery';

/**
 * The query in the address, and a way to change it. Any change but of the page returns to the
 * first page, because a cursor belongs to the query it came from.
 */
export function useListQuery(): [
  ListQuery,
  (change: Partial<ListQuery>) => void,
] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readListQuery(params), [params]);
  const change = useCallback(
    (changes: Partial<ListQuery>) =>
      setParams(
        current =>
          writeListQuery({
            ...readListQuery(current),
            cursor: undefined,
            ...changes,
          }),
        { replace: !('cursor' in changes) },
      ),
    [setParams],
  );
  return [query, change];
}
