import type { EntitiesFilter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useMemo } from 'react';
import { filterOf, type ListRequest } from '../EntitiesOverview/listQuery';

/**
 * The filter of the list as far as it counts for the map. What is picked in the map narrows the list and leaves the
 * map as it is, so that something else can be picked. It is the same object until something else is asked for:
 * another order or page of the list is no other map.
 */
export function useMapFilter(request: ListRequest): EntitiesFilter;
export function useMapFilter(
  request: ListRequest | undefined,
): EntitiesFilter | undefined;
export function useMapFilter(request: ListRequest | undefined) {
  const key = request && JSON.stringify(withoutPick(request));
  return useMemo(
    () => (key ? (JSON.parse(key) as EntitiesFilter) : undefined),
    [key],
  );
}

function withoutPick(request: ListRequest): EntitiesFilter {
  const { guardrail, guardrailState, ...filter } = filterOf(request);
  return filter;
}
