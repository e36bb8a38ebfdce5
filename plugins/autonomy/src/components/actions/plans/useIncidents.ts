import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

const MOST = 100;

/** The incidents of an entity by `source/id`, the newest first; none where they cannot be read. */
export function useIncidents(entityRef: string): Map<string, RecordedIncident> {
  const api = useApi(autonomyApiRef);
  const { value } = useAsync(
    () => api.listIncidents({ entity: entityRef, limit: MOST }),
    [api, entityRef],
  );
  return new Map(
    value?.items.map(incident => [
      `${incident.source}/${incident.id}`,
      incident,
    ]),
  );
}
