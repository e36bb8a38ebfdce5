import { createRouteRef } from '@backstage/core-plugin-api';

/** `/autonomy`. Made with core-plugin-api, because only those refs work in both frontend systems. */
export const rootRouteRef = createRouteRef({ id: 'autonomy' });

/** The tab on entity pages, e.g. `/catalog/:namespace/:kind/:name/autonomy`. */
export const entityContentRouteRef = createRouteRef({
  id: 'autonomy.entity-content',
});
