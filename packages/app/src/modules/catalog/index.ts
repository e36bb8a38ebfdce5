import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogPage } from './catalogPage';

/** The catalog's table with a column for autonomy. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
