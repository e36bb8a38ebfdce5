import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const sampleSignInPage = SignInPageBlueprint.make({
  params: {
    loader: () => import('./SampleSignInPage').then(m => m.SampleSignInPage),
  },
});

/** Signs in as one of the sample organisation's people, without a password. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [sampleSignInPage],
});
