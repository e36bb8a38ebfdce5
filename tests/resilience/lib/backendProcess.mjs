/*
 * A backend with the suite and its two modules, in a process of its own; started by backend.mjs with the
 * transform that lets Node run the sources.
 *
 * The catalog is a fixed one in memory: what is tested is what becomes of deliveries, and a catalog that
 * fills itself first would only make every start longer. The logger is the usual one without the search for
 * secrets in the configuration, which compiles the schemas of all packages and takes most of a start.
 * Everything else is what an installation has.
 */
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { organisation } from './organisation.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));
const { createBackend } = require('@backstage/backend-defaults');
const { WinstonLogger } = require('@backstage/backend-defaults/rootLogger');
const {
  coreServices,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const {
  InMemoryCatalogClient,
} = require('@backstage/catalog-client/testUtils');
const { catalogServiceRef } = require('@backstage/plugin-catalog-node');

const entities = organisation(Number(process.env.TEST_COMPONENTS));
const backend = createBackend();
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => new InMemoryCatalogClient({ entities }),
  }),
);
backend.add(
  createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => WinstonLogger.create({ level: 'info' }),
  }),
);
for (const name of ['', '-module-pagerduty', '-module-alertmanager']) {
  backend.add(
    require(`@aligned-autonomy/backstage-plugin-autonomy-backend${name}`),
  );
}

process.on('unhandledRejection', error => {
  process.send?.({ unhandledRejection: String(error?.stack ?? error) });
});
process.on('message', async ({ ask }) => {
  if (ask === 'memory') {
    // What finalizers let go is collected the next time.
    for (let n = 0; n < 3; n++) {
      await setImmediate();
      globalThis.gc();
    }
    process.send({ memory: process.memoryUsage() });
  }
});
// The parent is gone, so nobody else would end this.
process.on('disconnect', () => process.exit());

backend.start();
