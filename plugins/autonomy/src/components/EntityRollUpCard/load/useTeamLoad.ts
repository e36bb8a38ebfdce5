import type { EntitiesSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { RollUpScope } from '../scope';

/** The built-in readiness item that bounds the services of a team; how many there may be is its expression. */
export const LOAD_ITEM = 'services-per-team';

/** What owners have to look after, wherever it is. */
export interface TeamLoadFigures {
  /** Entities by owner. */
  services: Map<string, number>;
  /** Owners of whose entities the policy says that there are too many. */
  overloaded: Set<string>;
}

/** The whole load of the owners in a summary, because what they have elsewhere weighs as much. */
export function useTeamLoad(scope: RollUpScope, summary: EntitiesSummary) {
  const api = useApi(autonomyApiRef);
  return useAsyncRetry(async (): Promise<TeamLoadFigures> => {
    const owner = summary.groups.flatMap(({ ref }) => ref ?? []);
    if (owner.length === 0) {
      return { services: new Map(), overloaded: new Set() };
    }
    const ofOwners = { groupBy: 'owner', owner, limit: owner.length } as const;
    const [all, tooMany] = await Promise.all([
      scope.kind === 'group' ? summary : api.summarizeEntities(ofOwners),
      api.summarizeEntities({
        ...ofOwners,
        readinessItem: LOAD_ITEM,
        readinessState: ['fail'],
      }),
    ]);
    return {
      services: new Map(
        all.groups.map(({ ref = '', entities }) => [ref, entities]),
      ),
      overloaded: new Set(tooMany.groups.map(({ ref = '' }) => ref)),
    };
  }, [api, scope, summary]);
}
