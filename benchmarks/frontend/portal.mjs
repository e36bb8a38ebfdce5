import path from 'node:path';
import {
  buildFrontend,
  isFrontendCurrent,
} from '../../scripts/demo/frontend.mjs';
import { startPostgres } from '../../tests/resilience/lib/postgres.mjs';
import { progress } from '../../tests/resilience/lib/runTest.mjs';
import { policyFilesOf } from '../evaluation/data/policyFiles.mjs';
import {
  createSuite,
  prepareDatabase,
  untilEvaluated,
} from '../evaluation/suite.mjs';
import { writeGuardrails } from './portal/guardrails.mjs';

const inFolder = name => path.join(import.meta.dirname, 'portal', name);

/** As app-config.yaml and app-config.demo.yaml have it; variables go before the file of the backend. */
const configOf = options => ({
  app_title: 'Autonomy for Backstage',
  app_packages: 'all',
  app_extensions: [
    { 'page:catalog': { config: { path: '/' } } },
    { 'page:app-visualizer': false },
  ],
  auth: { environment: 'production', providers: { sample: {} } },
  backend_csp: {
    'connect-src': ["'self'", 'ws:'],
    'upgrade-insecure-requests': false,
  },
  events_useEventBus: 'never',
  organization_name: 'Benchmark',
  autonomy_policy_files: [
    ...policyFilesOf(options),
    writeGuardrails(options.folder),
  ],
});

/**
 * A portal that serves the frontend as it is installed, over so many components that are evaluated.
 *
 * @param options.asBuilt - whether the frontend is taken as it was built last, whatever its sources say
 * @returns its `url`
 */
export async function startPortal(options) {
  const { asBuilt, components } = options;
  if (!asBuilt && !isFrontendCurrent()) {
    progress('building the frontend');
    await buildFrontend();
  }
  const postgres = await startPostgres(options);
  const { watcher } = await prepareDatabase({ ...options, postgres });
  const suite = await createSuite({
    ...options,
    postgres,
    environment: {
      TEST_CATALOG: inFolder('catalog.mjs'),
      TEST_PLUGIN: inFolder('features.mjs'),
      ...Object.fromEntries(
        Object.entries(configOf(options)).map(([key, value]) => [
          `APP_CONFIG_${key}`,
          JSON.stringify(value),
        ]),
      ),
    },
  });
  await suite.start();
  await untilEvaluated(watcher, components);
  await watcher.query('vacuum analyze');
  return { url: suite.url };
}
