import { createRouteRef } from '@backstage/core-plugin-api';

/** `/autonomy`. Made with core-plugin-api, because only those refs work in both frontend systems. */
export const rootRouteRef = createRouteRef({ id: 'autonomy' });
