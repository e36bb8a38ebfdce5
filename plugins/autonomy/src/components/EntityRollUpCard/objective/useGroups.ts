import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  defaultEntityPresentation,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

const MOST = 20;
const NAMES = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

/** A group by the name that readers know it by. */
export interface GroupOption {
  ref: string;
  title: string;
}

/** Groups that are called so, the first of them; and what the chosen one is called. */
export function useGroups(term: string, chosen: string | undefined) {
  const catalogApi = useApi(catalogApiRef);
  const { value, loading } = useAsync(async () => {
    const [{ items }, known] = await Promise.all([
      catalogApi.queryEntities({
        filter: { kind: 'group' },
        fields: ['kind', 'metadata.namespace', ...NAMES],
        fullTextFilter: term ? { term, fields: NAMES } : undefined,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: MOST,
      }),
      chosen ? catalogApi.getEntityByRef(chosen) : undefined,
    ]);
    return {
      groups: items.map(optionOf),
      chosen: known && optionOf(known),
    };
  }, [catalogApi, term, chosen]);
  return { groups: value?.groups ?? [], chosen: value?.chosen, loading };
}

function optionOf(group: Entity): GroupOption {
  return {
    ref: stringifyEntityRef(group),
    title: defaultEntityPresentation(group).primaryTitle,
  };
}
