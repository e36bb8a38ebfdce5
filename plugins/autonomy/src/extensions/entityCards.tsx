import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** The filter and the place of the card can be changed under `app.extensions`. */
export const entityAutonomyCard = EntityCardBlueprint.make({
  name: 'autonomy',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityAutonomyCard } = await import(
        '../components/EntityAutonomyCard'
      );
      return <EntityAutonomyCard />;
    },
  },
});
