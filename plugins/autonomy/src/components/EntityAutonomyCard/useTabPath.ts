import { useRouteRef } from '@backstage/core-plugin-api';
import { entityContentRouteRef } from '../../routes';

/** Where the tab of the entity at hand is; undefined where the portal does not have it. */
export function useTabPath(): string | undefined {
  try {
    // It throws, after all of its own hooks, where the tab is not mounted.
    return useRouteRef(entityContentRouteRef)();
  } catch {
    return undefined;
  }
}
