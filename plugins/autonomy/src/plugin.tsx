import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiSteering2Line } from '@remixicon/react';
import {
  autonomyApi,
  autonomyGovernanceApi,
  autonomyPolicyApi,
} from './extensions/apis';
import { entityAutonomyCard } from './extensions/entityCards';
import { entityAutonomyContent } from './extensions/entityContents';
import { needsWidget } from './extensions/home';
import {
  activitySubPage,
  auditsSubPage,
  autonomyPage,
  boardsSubPage,
  healthSubPage,
  mismatchesSubPage,
  overviewSubPage,
  plansSubPage,
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
    autonomyGovernanceApi,
    entityAutonomyCard,
    entityAutonomyContent,
    entityAutonomyRollUpCard,
    autonomyPage,
    overviewSubPage,
    mismatchesSubPage,
    activitySubPage,
    boardsSubPage,
    auditsSubPage,
    plansSubPage,
    scorecardsSubPage,
    healthSubPage,
    autonomySearchResult,
    autonomySearchType,
    needsWidget,
  ],
});
