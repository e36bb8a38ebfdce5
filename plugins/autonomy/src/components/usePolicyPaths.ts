import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';

/** Set in the address of a draft: the dialog that publishes it is open. */
export const PUBLISH = 'publish';

/** Where documents, drafts and simulations are shown. */
export function usePolicyPaths() {
  const home = `${useRouteRef(rootRouteRef)()}/scorecards`;
  const draft = (id: string) => `${home}/drafts/${encodeURIComponent(id)}`;
  return {
    home,
    document: ({ kind, name }: PolicyDocumentKey) =>
      `${home}/${kind}/${encodeURIComponent(name)}`,
    draft,
    publish: (id: string) => `${draft(id)}?${PUBLISH}=true`,
    simulation: (id: string) => `${home}/simulations/${encodeURIComponent(id)}`,
  };
}
