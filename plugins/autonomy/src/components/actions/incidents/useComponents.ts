import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE = 300;
const MOST = 20;

/** A component to choose. */
export interface ComponentChoice {
  entityRef: string;
  title: string;
}

/** The first components whose name or title has a text in it, once the reader pauses. */
export function useComponents(text: string) {
  const catalogApi = useApi(catalogApiRef);
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text.trim()), PAUSE, [text]);
  const { loading, value = [] } = useAsync(async () => {
    const { items } = await catalogApi.queryEntities({
      filter: { kind: 'Component' },
      ...(term && {
        fullTextFilter: { term, fields: ['metadata.name', 'metadata.title'] },
      }),
      fields: ['kind', 'metadata.namespace', 'metadata.name', 'metadata.title'],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: MOST,
    });
    return items.map(
      (entity): ComponentChoice => ({
        entityRef: stringifyEntityRef(entity),
        title: entity.metadata.title ?? entity.metadata.name,
      }),
    );
  }, [catalogApi, term]);
  return { loading: loading || term !== text.trim(), components: value };
}
