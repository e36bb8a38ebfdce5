import type { MoveGroups } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  defaultEntityPresentation,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { NAME_FIELDS } from '../../EntitiesOverview/useFilterOptions';

/** Domains and teams with what moves in them, called as they are elsewhere. */
export function useMoveGroups(simulationId: string) {
  const api = useApi(autonomyPolicyApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useAsyncRetry(async () => {
    const [domain, owner] = await Promise.all([
      api.getMoveGroups(simulationId, 'domain'),
      api.getMoveGroups(simulationId, 'owner'),
    ]);
    const refs = [...domain.groups, ...owner.groups].flatMap(
      ({ ref }) => ref ?? [],
    );
    const titles = await titlesOf(refs, catalogApi);
    const named = ({ groups, ...rest }: MoveGroups): MoveGroups => ({
      ...rest,
      groups: groups.map(group => ({
        ...group,
        title: group.title ?? titles.get(group.ref ?? ''),
      })),
    });
    return { domain: named(domain), owner: named(owner) };
  }, [api, catalogApi, simulationId]);
}

/** Without the catalog, groups go by their names. */
async function titlesOf(
  entityRefs: string[],
  catalogApi: CatalogApi,
): Promise<Map<string, string>> {
  try {
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: NAME_FIELDS,
    });
    return new Map(
      items.flatMap((entity, index) =>
        entity
          ? [
              [
                entityRefs[index],
                defaultEntityPresentation(entity).primaryTitle,
              ],
            ]
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}
