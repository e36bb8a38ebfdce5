import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import useAsync from 'react-use/esm/useAsync';

/** Titles of checks where the reader may know them; a log without them is still worth reading. */
export function useCheckTitles(): (id: string) => string | undefined {
  const api = useApi(autonomyApiRef);
  const { value } = useAsync(async () => {
    const [matrix, readiness] = await Promise.allSettled([
      api.getGuardrailMatrix(),
      api.getReadiness(),
    ]);
    return new Map(
      [
        ...(matrix.status === 'fulfilled' ? matrix.value.guardrails : []),
        ...(readiness.status === 'fulfilled'
          ? readiness.value.rollUp?.items ?? []
          : []),
      ].map(({ id, title }) => [id, title]),
    );
  }, [api]);
  return useCallback((id: string) => value?.get(id), [value]);
}
