import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** On the pages of groups, systems and domains; the filter and the place can be changed under `app.extensions`. */
export const entityAutonomyRollUpCard = EntityCardBlueprint.make({
  name: 'autonomy-roll-up',
  params: {
    type: 'content',
    filter: { kind: { $in: ['group', 'system', 'domain'] } },
    loader: async () => {
      const { EntityAutonomyRollUpCard } = await import(
        '../components/EntityRollUpCard'
      );
      return <EntityAutonomyRollUpCard />;
    },
  },
});
