import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useMemo, useRef } from 'react';
import useAsync from 'react-use/esm/useAsync';
import {
  requestOf,
  writeListQuery,
  type ListQuery,
  type ListRequest,
} from './listQuery';
import { useListQuery } from './useListQuery';
import { useOwnRefs } from './useOwnRefs';

/** The list as the reader sees it. */
export interface ListView {
  /** As the address says, with the view that it leaves open. */
  query: ListQuery;
  /** What the server is asked for; undefined until it is known whose entities are shown. */
  request?: ListRequest;
  /** Whether the reader may choose between their own entities and all. */
  hasChoice: boolean;
  change: (changes: Partial<ListQuery>) => void;
}

/**
 * An address that says nothing opens at the reader's own entities, if there are any. An owner in the address wins
 * over either view.
 */
export function useListView(): ListView {
  const [address, changeAddress] = useListQuery();
  const ownRefs = useOwnRefs();
  const isOpen = writeListQuery(address).size === 0;
  const owns = useOwnsAny(isOpen, ownRefs);

  const view = viewOf(address, ownRefs, isOpen, owns);
  const query = useMemo(() => ({ ...address, view }), [address, view]);
  const request = useMemo(() => {
    if (!view) {
      return undefined;
    }
    return view === 'mine'
      ? { ...requestOf(query), owner: ownRefs }
      : requestOf(query);
  }, [query, ownRefs, view]);

  const change = useCallback(
    (changes: Partial<ListQuery>) => {
      const staysMine = view === 'mine' && !changes.owner?.length;
      changeAddress({ view: staysMine ? 'mine' : address.view, ...changes });
    },
    [address, changeAddress, view],
  );
  return { query, request, change, hasChoice: Boolean(ownRefs?.length) };
}

function viewOf(
  { owner, view }: ListQuery,
  ownRefs: string[] | undefined,
  isOpen: boolean,
  owns: boolean | undefined,
): ListQuery['view'] {
  if (owner || view === 'all') {
    return 'all';
  }
  if (view === 'mine' && ownRefs) {
    return ownRefs.length > 0 ? 'mine' : 'all';
  }
  if (view === 'mine' || (isOpen && owns === undefined)) {
    return undefined;
  }
  return isOpen && owns ? 'mine' : 'all';
}

/** Whether the reader owns anything that is listed; asked once it matters. */
function useOwnsAny(
  matters: boolean,
  owner: string[] | undefined,
): boolean | undefined {
  const api = useApi(autonomyApiRef);
  const asked = useRef(false);
  asked.current ||= matters;
  const isAsked = asked.current;
  const { value, error } = useAsync(async () => {
    if (!isAsked || !owner) {
      return undefined;
    }
    if (owner.length === 0) {
      return false;
    }
    const { items, pageInfo } = await api.listEntities({ owner, limit: 1 });
    // A page may be empty and not the last.
    return items.length > 0 || pageInfo.nextCursor !== undefined;
  }, [api, isAsked, owner]);
  return error ? false : value;
}
