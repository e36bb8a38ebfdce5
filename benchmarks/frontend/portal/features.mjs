import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { createEntities } from './entities.mjs';

const fromBackend = createRequire(inRoot('packages/backend/package.json'));
const fromSuite = createRequire(
  inRoot('plugins/autonomy-backend/package.json'),
);
const { coreServices, createBackendFeatureLoader, createBackendPlugin } =
  fromBackend('@backstage/backend-plugin-api');
const express = fromSuite('express');
const { countBy, pick } = fromSuite('lodash');
const Router = fromSuite('express-promise-router').default;

const OWNERS = 'relations.ownedBy';

/** What the page asks the catalog for: the entities behind links, and what its filters offer. */
const catalog = createBackendPlugin({
  pluginId: 'catalog',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const { all, find } = createEntities(
          Number(process.env.TEST_COMPONENTS),
        );
        const owners = ownersOf(all);
        const router = Router();
        router.use(express.json({ limit: '1mb' }));
        router.post('/entities/by-refs', (req, res) => {
          const { entityRefs, fields } = req.body;
          res.json({
            items: entityRefs.map(ref => picked(find(ref), fields) ?? null),
          });
        });
        router.get('/entity-facets', (_, res) => {
          res.json({ facets: { [OWNERS]: owners } });
        });
        router.get('/entities', (req, res) => {
          const { fields, filter } = req.query;
          const [, kind] = /^kind=(\w+)$/.exec(filter) ?? [];
          res.json(
            all
              .filter(each => each.kind.toLocaleLowerCase('en-US') === kind)
              .map(each => picked(each, fields?.split(','))),
          );
        });
        router.get('/entities/by-name/:kind/:namespace/:name', (req, res) => {
          const { kind, name, namespace } = req.params;
          const entity = find(`${kind}:${namespace}/${name}`);
          res.status(entity ? 200 : 404).json(entity ?? {});
        });
        router.use((_, res) => {
          res.json({ items: [], totalItems: 0, pageInfo: {} });
        });
        httpRouter.use(router);
      },
    });
  },
});

const picked = (entity, fields) =>
  entity && fields ? pick(entity, fields) : entity;

/** With how many entities each has, as the catalog tells it. */
function ownersOf(entities) {
  const refs = entities.flatMap(({ relations }) =>
    relations.filter(({ type }) => type === 'ownedBy'),
  );
  return Object.entries(countBy(refs, 'targetRef')).map(([value, count]) => ({
    value,
    count,
  }));
}

/** What a portal has besides the suite: its frontend, and the plugins that this one talks to. */
export default createBackendFeatureLoader({
  *loader() {
    yield catalog;
    for (const name of [
      '@backstage/plugin-app-backend',
      '@backstage/plugin-auth-backend',
      '@backstage/plugin-notifications-backend',
      '@backstage/plugin-signals-backend',
      '@backstage/plugin-user-settings-backend',
      './src/modules/sampleAuth',
    ]) {
      yield fromBackend(name).default;
    }
  },
});
