import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { inReadingOrder, NOTHING, readInForce, type InForce } from './inForce';

/** What holds besides one document; nothing before, or without, the answer. */
export function useInForce({ kind, name }: PolicyDocumentKey): InForce {
  const api = useApi(autonomyPolicyApiRef);
  const { value } = useAsync(async () => {
    const { items } = await api.listDocuments();
    const keys = inReadingOrder(items)
      .filter(document => document.kind !== 'overlay')
      .map(document => ({ kind: document.kind, name: document.name }));
    if (keys.length === 0) return NOTHING;
    return readInForce(await api.exportDocuments(keys), { kind, name });
  }, [api, kind, name]);
  return value ?? NOTHING;
}
