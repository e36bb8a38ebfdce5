import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { findBelow } from './findBelow';
import { rollUpScope, type RollUpKind } from './rollUpScope';

const FIELDS = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

/** What is summed up for an entity, with what the catalog knows to be below it. */
export function useRollUpScope(entity: Entity, kind: RollUpKind) {
  const catalogApi = useApi(catalogApiRef);
  return useAsyncRetry(async () => {
    const below = await findBelow(entity, async entityRefs => {
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      return items;
    });
    return rollUpScope(entity, kind, below);
  }, [catalogApi, entity, kind]);
}
