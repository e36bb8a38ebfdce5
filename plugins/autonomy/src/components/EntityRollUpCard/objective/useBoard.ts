import { ANNOTATION_BOARD } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/**
 * The board of a domain, with a ref where it is known: the domain names it, or else the evaluation of any of its
 * entities does. Undefined while it is asked for, and without a domain.
 */
export function useBoard(
  domain: Entity | undefined,
): { ref?: string } | undefined {
  const api = useApi(autonomyApiRef);
  const { value } = useAsync(async () => {
    if (!domain) {
      return undefined;
    }
    const named = boardNamedBy(domain);
    if (named) {
      return { ref: named };
    }
    const { items } = await api.listEntities({
      domain: [stringifyEntityRef(domain)],
      limit: 1,
    });
    const evaluation = items[0] && (await api.getEntity(items[0].entityRef));
    return { ref: evaluation?.entity.boardRef };
  }, [api, domain]);
  return value;
}

/** An annotation is anybody's text, so a malformed one counts as none. */
function boardNamedBy({ metadata }: Entity): string | undefined {
  try {
    const text = metadata.annotations?.[ANNOTATION_BOARD] ?? '';
    return stringifyEntityRef(parseEntityRef(text, { defaultKind: 'group' }));
  } catch {
    return undefined;
  }
}
