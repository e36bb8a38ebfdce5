import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiSteering2Line } from '@remixicon/react';
import { autonomyApi } from './extensions/apis';
import { entityAutonomyCard } from './extensions/entityCards';
import { autonomyPage, overviewSubPage } from './extensions/pages';
import { rootRouteRef } from './routes';

/**
 * Autonomy for Backstage: the page at `/autonomy` and the card on entity pages.
 * @public
 */
export const autonomyPlugin = createFrontendPlugin({
  pluginId: 'autonomy',
  title: 'Autonomy',
  icon: <RiSteering2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [autonomyApi, entityAutonomyCard, autonomyPage, overviewSubPage],
});
