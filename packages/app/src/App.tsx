import { createApp } from '@backstage/frontend-defaults';
import { catalogModule } from './modules/catalog';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// Plugins are discovered from this package's dependencies (app.packages: all).
export default createApp({
  features: [catalogModule, homeModule, navModule, signInModule],
});
