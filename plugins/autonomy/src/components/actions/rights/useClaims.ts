import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** Whether the reader is, or belongs to, a user or group; false until that is known. */
export function useClaims(): (ref: string | undefined) => boolean {
  const identityApi = useApi(identityApiRef);
  const { value } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  // Sign-in resolvers need not spell refs as the catalog does.
  const claims = value?.ownershipEntityRefs.map(lower) ?? [];
  return ref => ref !== undefined && claims.includes(lower(ref));
}

function lower(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
