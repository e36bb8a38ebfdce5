import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

export interface FilterOption<T> {
  value: T;
  label: string;
}

const DOMAIN_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
];

/** Owners and domains that the reader may see in the catalog. */
export function useCatalogOptions() {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async () => {
    const [{ facets }, { items }] = await Promise.all([
      catalogApi.getEntityFacets({ facets: ['relations.ownedBy'] }),
      catalogApi.getEntities({
        filter: { kind: 'domain' },
        fields: DOMAIN_FIELDS,
      }),
    ]);
    return {
      owners: (facets['relations.ownedBy'] ?? []).map(facet => ({
        value: facet.value,
        label: humanizeEntityRef(parseEntityRef(facet.value), {
          defaultKind: 'group',
        }),
      })),
      domains: items.map(entity => ({
        value: stringifyEntityRef(entity),
        label:
          entity.metadata.title ??
          humanizeEntityRef(entity, { defaultKind: 'domain' }),
      })),
    };
  }, [catalogApi]);
  return value ?? { owners: [], domains: [] };
}

/** Names of the levels, from the policy in force. */
export function useLevelTitles(): Map<number, string> {
  const api = useApi(autonomyApiRef);
  const { value } = useAsync(() => api.getPolicy(), [api]);
  return new Map(value?.levels.map(({ level, title }) => [level, title]));
}
