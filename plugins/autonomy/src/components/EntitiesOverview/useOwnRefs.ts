import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** As many values of one filter as the server takes. */
const MOST = 50;

/** The reader and the groups that they belong to; undefined while that is not known. */
export function useOwnRefs(): string[] | undefined {
  const identityApi = useApi(identityApiRef);
  const { value, error } = useAsync(async () => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    return ownershipEntityRefs.slice(0, MOST);
  }, [identityApi]);
  // Nobody in particular owns nothing.
  return error ? [] : value;
}
