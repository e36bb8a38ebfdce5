import {
  createComponentExtension,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import type { NeedsWidgetProps } from '../components/NeedsWidget';
import { entityContentRouteRef, rootRouteRef } from '../routes';
import { autonomyPlugin } from './plugin';

/** The page with overview, activity, scorecards and health, for the route `/autonomy`. @public */
export const AutonomyPage: () => JSX.Element = autonomyPlugin.provide(
  createRoutableExtension({
    name: 'AutonomyPage',
    mountPoint: rootRouteRef,
    component: async () => (await import('./AutonomyPage')).AutonomyPage,
  }),
);

/** The tab on an entity's page, for the route `/autonomy` in its `EntityLayout`. @public */
export const EntityAutonomyContent: () => JSX.Element = autonomyPlugin.provide(
  createRoutableExtension({
    name: 'EntityAutonomyContent',
    mountPoint: entityContentRouteRef,
    component: async () => (await import('./framed')).EntityAutonomyContent,
  }),
);

/** The card on the overview of an entity's page. @public */
export const EntityAutonomyCard: () => JSX.Element = autonomyPlugin.provide(
  createComponentExtension({
    name: 'EntityAutonomyCard',
    component: {
      lazy: async () => (await import('./framed')).EntityAutonomyCard,
    },
  }),
);

/** The card on the pages of Groups, Systems and Domains. @public */
export const EntityAutonomyRollUpCard: () => JSX.Element | null =
  autonomyPlugin.provide(
    createComponentExtension({
      name: 'EntityAutonomyRollUpCard',
      component: {
        lazy: async () => (await import('./framed')).EntityAutonomyRollUpCard,
      },
    }),
  );

/** The card "What needs me" for a home page. @public */
export const AutonomyNeedsCard: (
  props: NeedsWidgetProps,
) => JSX.Element | null = autonomyPlugin.provide(
  createComponentExtension({
    name: 'AutonomyNeedsCard',
    component: {
      lazy: async () => (await import('../components/NeedsWidget')).NeedsWidget,
    },
  }),
);
