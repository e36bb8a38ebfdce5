import type { ListAuditsRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { writeAddress } from '../../useAddressQuery';
import type { AuditQuery } from './auditQuery';

/** As many values of one filter as the server takes. */
const MOST = 50;

/** What the server is asked for. */
export interface AuditRequest {
  /** Undefined where there is nothing that could be the reader's. */
  request?: Omit<ListAuditsRequest, 'cursor' | 'limit'>;
  /** Whether the reader has more entities than can be asked about at once. */
  isCut: boolean;
}

/** Turns a choice into a request: whose boards and entities are meant depends on the reader. */
export function useAuditRequest(query: AuditQuery) {
  const api = useApi(autonomyApiRef);
  const governance = useApi(autonomyGovernanceApiRef);
  const identity = useApi(identityApiRef);
  return useAsyncRetry(async (): Promise<AuditRequest> => {
    const { view, ...rest } = query;
    if (!view) return { request: rest, isCut: false };
    if (view === 'boards') {
      const boards = await governance.listBoards();
      return among(
        rest,
        'board',
        boards.filter(({ member }) => member).map(({ boardRef }) => boardRef),
      );
    }
    const { ownershipEntityRefs } = await identity.getBackstageIdentity();
    const owner = ownershipEntityRefs.slice(0, MOST);
    if (owner.length === 0) return { isCut: false };
    const { items } = await api.listEntities({ owner, limit: 200 });
    return among(
      rest,
      'entity',
      items.map(({ entityRef }) => entityRef),
    );
  }, [api, governance, identity, writeAddress(query).toString()]);
}

/** The request for those that the reader has, within what else was chosen. */
function among(
  query: Omit<AuditQuery, 'view'>,
  name: 'board' | 'entity',
  own: string[],
): AuditRequest {
  const chosen = query[name];
  const meant = chosen ? own.filter(ref => chosen.includes(ref)) : own;
  return {
    request:
      meant.length > 0 ? { ...query, [name]: meant.slice(0, MOST) } : undefined,
    isCut: meant.length > MOST,
  };
}
