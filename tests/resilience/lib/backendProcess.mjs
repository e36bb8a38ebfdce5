/*
 * A backend with the suite and its two modules, in a process of its own; started by backend.mjs with the
 * transform that lets Node run the sources.
 *
 * The catalog is a fixed one in memory: what is tested is what becomes of deliveries, and a catalog that
 * fills itself first would only make every start longer. The logger is the usual one without the search for
 * secrets in the configuration, which compiles the schemas of all packages and takes most of a start.
 * Everything else is what an installation has.
 *
 * Variables: TEST_COMPONENTS, how many the catalog has; TEST_CATALOG, the module that makes it, catalog.mjs
 * unless told; TEST_LOOK_EVERY_MS, how often the event loop is looked at; TEST_PLUGIN, a module with one more
 * plugin; TEST_WAITS_FOR_GO, whether to start only when told to.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { startProfile } from './profiler.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));
const { createBackend } = require('@backstage/backend-defaults');
const { WinstonLogger } = require('@backstage/backend-defaults/rootLogger');
const {
  coreServices,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const { catalogServiceRef } = require('@backstage/plugin-catalog-node');

const {
  TEST_CATALOG = './catalog.mjs',
  TEST_COMPONENTS,
  TEST_LOOK_EVERY_MS = '1',
  TEST_PLUGIN,
} = process.env;
const { default: createCatalog } = await import(TEST_CATALOG);
const catalog = createCatalog(Number(TEST_COMPONENTS));
const backend = createBackend();
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
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
if (TEST_PLUGIN) backend.add(import(TEST_PLUGIN));

process.on('unhandledRejection', error => {
  process.send?.({ unhandledRejection: String(error?.stack ?? error) });
});
/** Milliseconds between looks at the event loop, which are part of what it measures. */
const LOOK_EVERY_MS = Number(TEST_LOOK_EVERY_MS);
const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
const milliseconds = nanoseconds =>
  Math.max(0, nanoseconds / 1_000_000 - LOOK_EVERY_MS);

let profile;
process.on('message', async ({ ask }) => {
  if (ask === 'startProfile') {
    profile = await startProfile();
    process.send({ startProfile: 'started' });
  }
  if (ask === 'stopProfile') {
    process.send({ stopProfile: await profile.stop() });
  }
  if (ask === 'eventLoop') {
    process.send({
      eventLoop: {
        p99: milliseconds(delay.percentile(99)),
        max: milliseconds(delay.max),
      },
    });
    delay.reset();
    // Only where somebody asks, because looking takes time as well.
    delay.enable();
  }
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

if (process.env.TEST_WAITS_FOR_GO) {
  process.send({ loaded: true });
  await once(process, 'message');
}
try {
  await backend.start();
} catch (error) {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exit(1);
}
