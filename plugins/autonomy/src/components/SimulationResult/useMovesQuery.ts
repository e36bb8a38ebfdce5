import type { MovesFilter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readMovesQuery, writeMovesQuery } from './movesQuery';

/** The query in the address, and a way to change it. */
export function useMovesQuery(): [MovesFilter, (change: MovesFilter) => void] {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => readMovesQuery(params), [params]);
  const change = useCallback(
    (changes: MovesFilter) =>
      setParams(
        current => writeMovesQuery({ ...readMovesQuery(current), ...changes }),
        { replace: true },
      ),
    [setParams],
  );
  return [query, change];
}
