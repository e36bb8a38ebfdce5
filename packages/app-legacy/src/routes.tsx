import {
  AutonomyNeedsCard,
  AutonomyPage,
} from '@aligned-autonomy/backstage-plugin-autonomy/legacy';
import { FlatRoutes } from '@backstage/core-app-api';
import { Content, Header, Page } from '@backstage/core-components';
import { CatalogEntityPage, CatalogIndexPage } from '@backstage/plugin-catalog';
import { NotificationsPage } from '@backstage/plugin-notifications';
import { UserSettingsPage } from '@backstage/plugin-user-settings';
import { Navigate, Route } from 'react-router-dom';
import { entityPage } from './entityPage';

const home = (
  <Page themeId="home">
    <Header title="Home" />
    <Content>
      <AutonomyNeedsCard />
    </Content>
  </Page>
);

export const routes = (
  <FlatRoutes>
    <Route path="/" element={<Navigate to="catalog" />} />
    <Route path="/home" element={home} />
    <Route path="/catalog" element={<CatalogIndexPage pagination />} />
    <Route
      path="/catalog/:namespace/:kind/:name"
      element={<CatalogEntityPage />}
    >
      {entityPage}
    </Route>
    <Route path="/autonomy" element={<AutonomyPage />} />
    <Route path="/notifications" element={<NotificationsPage />} />
    <Route path="/settings" element={<UserSettingsPage />} />
  </FlatRoutes>
);
