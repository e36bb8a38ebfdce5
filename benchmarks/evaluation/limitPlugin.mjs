import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/root.mjs';

const require = createRequire(inRoot('plugins/autonomy-backend/package.json'));
const createKnex = require('knex');
const Router = require('express-promise-router').default;
const {
  coreServices,
  createBackendPlugin,
} = require('@backstage/backend-plugin-api');

const POOL = 10;
const CALLERS = { allow: ['user', 'service'] };

/**
 * The least that a plugin of Backstage can do to answer with a stored text: the same authentication, one row,
 * passed on as it is. And an answer without any of it but the authentication.
 */
export default createBackendPlugin({
  pluginId: 'limit',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ config, httpAuth, httpRouter }) {
        const connection = config.get('backend.database.connection');
        const knex = createKnex({
          client: 'pg',
          connection: {
            ...connection,
            database: 'backstage_plugin_autonomy',
          },
          pool: { min: 0, max: POOL },
        });
        const router = Router();
        router.get('/empty', async (req, res) => {
          await httpAuth.credentials(req, CALLERS);
          res.json({});
        });
        router.get('/entities/:kind/:namespace/:name', async (req, res) => {
          await httpAuth.credentials(req, CALLERS);
          const { kind, name, namespace } = req.params;
          const row = await knex('limits.evaluations')
            .where('entity_ref', `${kind}:${namespace}/${name}`)
            .first('body');
          res.type('json').send(row.body);
        });
        httpRouter.use(router);
      },
    });
  },
});
