import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { assertLoopback } from './assertLoopback';
import { sampleAuthenticator, SampleUser } from './authenticator';

const signInResolver: SignInResolver<SampleUser> = ({ result }, context) =>
  context.signInWithCatalogUser({ entityRef: { name: result.name } });

/** Signs in the sample organisation's users without a password, on a loopback address only. */
export const authModuleSampleUsers = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sample-users',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        assertLoopback(config);
        providers.registerProvider({
          providerId: 'sample',
          factory: createProxyAuthProviderFactory({
            authenticator: sampleAuthenticator,
            signInResolver,
          }),
        });
      },
    });
  },
});
