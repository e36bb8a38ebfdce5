import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiSteering2Line } from '@remixicon/react';
import { Container } from '@backstage/ui';
import { rootRouteRef } from '../routes';

export const autonomyPage = PageBlueprint.make({
  params: {
    path: '/autonomy',
    title: 'Autonomy',
    icon: <RiSteering2Line />,
    routeRef: rootRouteRef,
  },
});

export const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: async () => {
      const { EntitiesOverview } = await import(
        '../components/EntitiesOverview'
      );
      return (
        <Container>
          <EntitiesOverview />
        </Container>
      );
    },
  },
});
