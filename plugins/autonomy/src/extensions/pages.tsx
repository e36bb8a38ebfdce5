import {
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiSteering2Line } from '@remixicon/react';
import { Container } from '@backstage/ui';
import { FirstTab } from '../components/FirstTab';
import { rootRouteRef } from '../routes';

const FIRST_TAB = 'overview';

export const autonomyPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory) {
    const page = originalFactory({
      path: '/autonomy',
      title: 'Autonomy',
      icon: <RiSteering2Line />,
      routeRef: rootRouteRef,
    });
    return [...page].map(data =>
      data.id === coreExtensionData.reactElement.id
        ? coreExtensionData.reactElement(
            <FirstTab path={FIRST_TAB}>
              {page.get(coreExtensionData.reactElement)}
            </FirstTab>,
          )
        : data,
    );
  },
});

export const overviewSubPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: FIRST_TAB,
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

export const mismatchesSubPage = SubPageBlueprint.make({
  name: 'mismatches',
  params: {
    path: 'mismatches',
    title: 'Mismatches',
    loader: async () => {
      const { MismatchesPage } = await import('../components/MismatchesPage');
      return (
        <Container>
          <MismatchesPage />
        </Container>
      );
    },
  },
});

export const activitySubPage = SubPageBlueprint.make({
  name: 'activity',
  params: {
    path: 'activity',
    title: 'Activity',
    loader: async () => {
      const { ActivityLog } = await import('../components/ActivityLog');
      return (
        <Container>
          <ActivityLog />
        </Container>
      );
    },
  },
});

export const boardsSubPage = SubPageBlueprint.make({
  name: 'boards',
  params: {
    path: 'boards',
    title: 'Boards',
    loader: async () => {
      const { BoardsPage } = await import('../components/BoardsPage');
      return (
        <Container>
          <BoardsPage />
        </Container>
      );
    },
  },
});

export const auditsSubPage = SubPageBlueprint.make({
  name: 'audits',
  params: {
    path: 'audits',
    title: 'Audits',
    loader: async () => {
      const { AuditsPage } = await import('../components/AuditsPage');
      return (
        <Container>
          <AuditsPage />
        </Container>
      );
    },
  },
});

export const plansSubPage = SubPageBlueprint.make({
  name: 'plans',
  params: {
    path: 'plans',
    title: 'Plans',
    loader: async () => {
      const { PlansPage } = await import('../components/PlansPage');
      return (
        <Container>
          <PlansPage />
        </Container>
      );
    },
  },
});

export const scorecardsSubPage = SubPageBlueprint.make({
  name: 'scorecards',
  params: {
    path: 'scorecards',
    title: 'Scorecards',
    loader: async () => {
      const { ScorecardsPage } = await import('../components/ScorecardsPage');
      return (
        <Container>
          <ScorecardsPage />
        </Container>
      );
    },
  },
});

export const healthSubPage = SubPageBlueprint.make({
  name: 'health',
  params: {
    path: 'health',
    title: 'Health',
    loader: async () => {
      const { HealthOverview } = await import('../components/HealthOverview');
      return (
        <Container>
          <HealthOverview />
        </Container>
      );
    },
  },
});
