import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

const ROOT = '/autonomy';

/** Where the pages of the plugin are; their usual place where the portal has mounted none of them. */
function useRoot(): string {
  try {
    // It throws, after all of its own hooks, where the page is not mounted.
    return useRouteRef(rootRouteRef)();
  } catch {
    return ROOT;
  }
}

/** Where boards, proposals, audits and plans are shown. */
export function useGovernancePaths() {
  const root = useRoot();
  const below = (path: string, id: string) =>
    `${root}/${path}/${encodeURIComponent(id)}`;
  return {
    boards: `${root}/boards`,
    mismatches: `${root}/mismatches`,
    audits: `${root}/audits`,
    audit: (id: string) => below('audits', id),
    plans: `${root}/plans`,
    plan: (id: string) => below('plans', id),
    proposal: (id: string) => below('boards/proposals', id),
  };
}
