import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  defaultEntityPresentation,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { usePolicy } from '../usePolicy';

export interface FilterOption<T> {
  value: T;
  label: string;
}

/** What it takes to say what an entity is called. */
export const NAME_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile.displayName',
];

/** Owners and domains that the reader may see in the catalog, called as they are elsewhere. */
export function useCatalogOptions() {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async () => {
    const ownerRefs = async () => {
      const relation = 'relations.ownedBy';
      const { facets } = await catalogApi.getEntityFacets({
        facets: [relation],
      });
      return (facets[relation] ?? []).map(facet => facet.value);
    };
    const owners = async () => {
      const entityRefs = await ownerRefs();
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: NAME_FIELDS,
      });
      // An owner that the catalog does not have goes by its reference.
      return entityRefs.map((ref, index) => option(ref, items[index] ?? ref));
    };
    const domains = async () => {
      const { items } = await catalogApi.getEntities({
        filter: { kind: 'domain' },
        fields: NAME_FIELDS,
      });
      return items.map(entity => option(stringifyEntityRef(entity), entity));
    };
    const [ownerOptions, domainOptions] = await Promise.all([
      owners(),
      domains(),
    ]);
    return {
      owners: ownerOptions.sort(byLabel),
      domains: domainOptions.sort(byLabel),
    };
  }, [catalogApi]);
  return value ?? { owners: [], domains: [] };
}

function option(value: string, named: Entity | string): FilterOption<string> {
  return { value, label: defaultEntityPresentation(named).primaryTitle };
}

function byLabel(a: FilterOption<string>, b: FilterOption<string>) {
  return a.label.localeCompare(b.label);
}

/** Names of the levels, from the policy in force. */
export function useLevelTitles(): Map<number, string> {
  const policy = usePolicy();
  return new Map(policy?.levels.map(({ level, title }) => [level, title]));
}
