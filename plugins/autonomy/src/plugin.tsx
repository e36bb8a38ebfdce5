import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiSteering2Line } from '@remixicon/react';
import { autonomyApi, autonomyPolicyApi } from './extensions/apis';
import { entityAutonomyCard } from './extensions/entityCards';
import { entityAutonomyContent } from './extensions/entityContents';
import { needsWidget } from './extensions/home';
import {
  activitySubPage,
  autonomyPage,
  healthSubPage,
  overviewSubPage,
  scorecardsSubPage,
} from './extensions/pages';
import { entityAutonomyRollUpCard } from './extensions/rollUpCards';
import { autonomySearchResult, autonomySearchType } from './extensions/search';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * Autonomy for Backstage: the page at `/autonomy` and the card and the tab on entity pages.
 * @public
 */
export const autonomyPlugin = createFrontendPlugin({
  pluginId: 'autonomy',
  title: 'Autonomy',
  icon: <RiSteering2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    autonomyApi,
    autonomyPolicyApi,
    entityAutonomyCard,
    entityAutonomyContent,
    entityAutonomyRollUpCard,
    autonomyPage,
    overviewSubPage,
    activitySubPage,
    scorecardsSubPage,
    healthSubPage,
    autonomySearchResult,
    autonomySearchType,
    needsWidget,
  ],
});
