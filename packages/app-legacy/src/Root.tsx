import {
  Sidebar,
  SidebarDivider,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import CategoryIcon from '@material-ui/icons/Category';
import ExploreIcon from '@material-ui/icons/Explore';
import HomeIcon from '@material-ui/icons/Home';
import SettingsIcon from '@material-ui/icons/Settings';
import type { ReactNode } from 'react';

/** The sidebar, and the page beside it. */
export const Root = ({ children }: { children: ReactNode }) => (
  <SidebarPage>
    <Sidebar>
      <SidebarItem icon={HomeIcon} to="home" text="Home" />
      <SidebarItem icon={CategoryIcon} to="catalog" text="Catalog" />
      <SidebarItem icon={ExploreIcon} to="autonomy" text="Autonomy" />
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem />
      <SidebarItem icon={SettingsIcon} to="settings" text="Settings" />
    </Sidebar>
    {children}
  </SidebarPage>
);
