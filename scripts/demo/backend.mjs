import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../lib/console.mjs';
import { inRoot } from '../lib/root.mjs';
import { fetchAlone } from './fetchAlone.mjs';

/** How long a stopped backend may take to end, in milliseconds. */
const STOP_WITHIN = 2_000;

/**
 * Starts the backend inside this process, in production mode, and waits until
 * every plugin is up.
 *
 * @param options.app - package of the frontend that it serves
 * @param options.token - lets the loader in; lives in this process only
 * @param options.timeout - milliseconds
 * @throws Failure naming each plugin that did not start, and why
 */
export async function startBackend({ app, port, home, token, timeout }) {
  let failed;
  const failure = new Promise((_, reject) => {
    failed = reason => reject(new Failure(describe(reason)));
  });
  process.on('unhandledRejection', failed);
  endSoonAfterSignals();
  launch({ app, port, home, token });
  await Promise.race([
    failure,
    waitUntilReady({ baseUrl: `http://127.0.0.1:${port}`, timeout }),
  ]);
  process.off('unhandledRejection', failed);
}

/** The backend would wait for every connection, and an open browser tab keeps one for good. */
function endSoonAfterSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () =>
      setTimeout(() => process.exit(), STOP_WITHIN).unref(),
    );
  }
}

function launch({ app, port, home, token }) {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DEMO_APP: app,
    DEMO_PORT: String(port),
    DEMO_CLOCK: home.clock,
    DEMO_DATABASE: home.database,
    DEMO_LOADER_TOKEN: token,
  });
  process.argv.splice(
    2,
    Infinity,
    ...['app-config.yaml', 'app-config.demo.yaml'].flatMap(file => [
      '--config',
      inRoot(file),
    ]),
  );
  process.chdir(inRoot('packages/backend'));
  createRequire(inRoot('packages/backend/package.json'))('./src/index.ts');
}

async function waitUntilReady({ baseUrl, timeout }) {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    const response = await fetchAlone(
      `${baseUrl}/.backstage/health/v1/readiness`,
    ).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await sleep(100);
  }
  throw new Failure('The backend did not become ready; see its log.');
}

/** A line per plugin or module that failed, without stacks. */
function describe(reason) {
  const failures = (reason?.result?.plugins ?? [])
    .flatMap(plugin => [plugin, ...plugin.modules])
    .filter(({ failure }) => failure && !failure.allowed)
    .map(
      ({ pluginId, moduleId, failure }) =>
        `${moduleId ?? pluginId}: ${failure.error.message}`,
    );
  return failures.length > 0
    ? failures.join('\n')
    : `The backend did not start: ${reason?.message ?? reason}`;
}
