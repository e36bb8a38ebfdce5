import { autonomyPlugin } from '@aligned-autonomy/backstage-plugin-autonomy/legacy';
import { createApp } from '@backstage/app-defaults';
import { AppRouter } from '@backstage/core-app-api';
import { AlertDisplay } from '@backstage/core-components';
import { SignalsDisplay } from '@backstage/plugin-signals';
import { apis } from './apis';
import { Root } from './Root';
import { routes } from './routes';
import { SignInPage } from './SignInPage';

const app = createApp({
  apis,
  plugins: [autonomyPlugin],
  components: { SignInPage },
  __experimentalTranslations: { availableLanguages: ['en', 'de'] },
});

/** A portal that is still on the legacy frontend system, with autonomy in it. */
export default app.createRoot(
  <>
    <AlertDisplay />
    <SignalsDisplay />
    <AppRouter>
      <Root>{routes}</Root>
    </AppRouter>
  </>,
);
