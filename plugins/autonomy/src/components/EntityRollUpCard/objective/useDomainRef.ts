import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { RELATION_PART_OF, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { RollUpScope } from '../scope';

/** The one governance domain that counts here; undefined where there is none, or more than one. */
export function useDomainRef(entity: Entity, scope: RollUpScope) {
  const api = useApi(autonomyApiRef);
  return useAsyncRetry(async () => {
    switch (scope.kind) {
      case 'domain':
        return { domainRef: scope.ref };
      case 'system':
        return { domainRef: domainAround(entity) };
      default: {
        const { groups } = await api.summarizeEntities({
          ...scope.filter,
          groupBy: 'domain',
          limit: 2,
        });
        return { domainRef: groups.length === 1 ? groups[0].ref : undefined };
      }
    }
  }, [api, entity, scope]);
}

/** Where somebody writes several, the backend takes the first as well. */
function domainAround({ relations = [] }: Entity): string | undefined {
  return relations
    .filter(({ type }) => type === RELATION_PART_OF)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('domain:'))
    .sort()[0];
}
