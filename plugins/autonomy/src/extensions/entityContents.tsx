import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';

/**
 * A tab of its own. Its path, title, group and filter can be changed under `app.extensions`; in the
 * group of the overview it would turn that into a menu.
 */
export const entityAutonomyContent = EntityContentBlueprint.make({
  name: 'autonomy',
  params: {
    path: '/autonomy',
    title: 'Autonomy',
    filter: { kind: 'component' },
    routeRef: entityContentRouteRef,
    loader: async () => {
      const { EntityAutonomyContent } = await import(
        '../components/EntityAutonomyContent'
      );
      return <EntityAutonomyContent />;
    },
  },
});
