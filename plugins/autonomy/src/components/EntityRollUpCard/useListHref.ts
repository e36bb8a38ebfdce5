import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';
import { writeListQuery, type ListQuery } from '../EntitiesOverview/listQuery';

/** Addresses of the list of entities. */
export function useListHref(): (query: ListQuery) => string {
  const root = useRouteRef(rootRouteRef);
  // Whoever follows a figure wants all of what it counts, not only their own.
  return query => `${root()}?${writeListQuery({ view: 'all', ...query })}`;
}
