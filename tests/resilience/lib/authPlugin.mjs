import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';

const require = createRequire(inRoot('plugins/autonomy-backend/package.json'));
const Router = require('express-promise-router').default;
const {
  coreServices,
  createBackendPlugin,
} = require('@backstage/backend-plugin-api');

const KEYS = '/.well-known/jwks.json';

/** As much of the auth backend as other plugins ask: the keys by which people's tokens are signed, from TEST_JWKS. */
export default createBackendPlugin({
  pluginId: 'auth',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.get(KEYS, (_, res) =>
          res.json(JSON.parse(process.env.TEST_JWKS)),
        );
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: KEYS, allow: 'unauthenticated' });
      },
    });
  },
});
