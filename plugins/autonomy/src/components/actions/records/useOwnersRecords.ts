import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { recordsOf, type OwnersRecords } from './SharedRecords';

/** What the owners of the entity said and asked for; one request for all who ask on a page. */
export function useOwnersRecords({
  entity: { entityRef },
  evaluatedAt,
}: Evaluation): OwnersRecords & { refresh: () => Promise<void> } {
  const api = useApi(autonomyApiRef);
  const shared = useMemo(() => recordsOf(api, entityRef), [api, entityRef]);
  const records = useSyncExternalStore(shared.subscribe, shared.current);
  useEffect(() => shared.readFor(evaluatedAt), [shared, evaluatedAt]);
  return { ...records, refresh: shared.refresh };
}
