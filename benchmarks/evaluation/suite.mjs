import path from 'node:path';
import {
  createBackend,
  DATABASE,
} from '../../tests/resilience/lib/backend.mjs';
import { until } from '../../tests/resilience/lib/intake.mjs';
import {
  MAPPING,
  SECRET,
  SOURCE,
} from '../../tests/resilience/lib/pagerDuty.mjs';
import { progress } from '../../tests/resilience/lib/runTest.mjs';
import { policyFilesOf } from './data/policyFiles.mjs';
import { RUNNER, startRunner } from './runner/runner.mjs';

/** The role of the benchmark itself, so that what it asks is not counted. */
const WATCHER = 'watcher';
/** The role of the backend. */
export const SUITE = 'postgres';
/** Nothing is written anew for the whole run, so that no work pays for another one's pages. */
export const POSTGRES_SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  shared_buffers: '1GB',
  checkpoint_timeout: '1d',
  max_wal_size: '64GB',
};
const LATER = { hours: 24 };
const NEVER = {
  schedule: {
    frequency: LATER,
    timeout: { minutes: 10 },
    initialDelay: LATER,
  },
};
const LOOK_EVERY_MS = 20;
const TELL_EVERY_MS = 10_000;

/** Nothing happens by itself. */
const autonomyOf = options => ({
  policy: { files: policyFilesOf(options) },
  catalog: { sweep: { ...NEVER, startupInterval: { milliseconds: 200 } } },
  evaluation: NEVER,
  rollUps: NEVER,
  retention: NEVER,
  incidents: {
    // It covers nothing, so that the first that is heard of it is no news of all components.
    sources: { [SOURCE]: { type: 'pagerduty', secrets: [SECRET] } },
    mapping: MAPPING,
  },
});

/**
 * A database with a year of evidence about so many components.
 *
 * @returns `watcher`, a client whose statements are not counted, and the `rows` of evidence
 */
export async function prepareDatabase(options) {
  const { defer, postgres, seed } = options;
  await postgres.query('postgres', `create database ${DATABASE}`);
  for (const role of [WATCHER, RUNNER]) {
    await postgres.query('postgres', `drop role if exists ${role}`);
    await postgres.query(
      'postgres',
      `create role ${role} superuser login password '${postgres.password}'`,
    );
  }
  const runner = await startRunner(options);
  const rows = await runner.run('seed', { seed });
  await runner.stop();
  const watcher = await postgres.connect(DATABASE, WATCHER);
  defer(() => watcher.end());
  await watcher.query('create extension if not exists pg_stat_statements');
  return { watcher, rows };
}

/** A backend over it. */
export function createSuite({ components, name = 'suite', ...options }) {
  return createBackend({
    ...options,
    name,
    components,
    autonomy: { ...autonomyOf(options), ...options.autonomy },
    databasePort: options.postgres.port,
    environment: {
      TEST_CATALOG: path.join(import.meta.dirname, 'data/catalog.mjs'),
      TEST_LOOK_EVERY_MS: '10',
      ...options.environment,
    },
  });
}

/**
 * Resolves when every component has a result of all that is known.
 *
 * @param components - how many there must be
 */
export async function untilEvaluated(
  watcher,
  components,
  limitSeconds = 3_600,
) {
  let told = performance.now();
  await until(
    limitSeconds,
    'not all is evaluated',
    async () => {
      const isDone = await isEvaluated(watcher, components);
      if (!isDone && performance.now() - told > TELL_EVERY_MS) {
        told = performance.now();
        const { rows } = await watcher.query(
          'select count(*)::int as count from evaluation_queue where asked_at is not null',
        );
        progress(`  ${rows[0].count} wait`);
      }
      return isDone;
    },
    LOOK_EVERY_MS,
  );
}

async function isEvaluated(watcher, components) {
  const { rows } = await watcher.query(
    `select not exists (select from evaluation_queue where asked_at is not null)
        and settled_at is not null as is_done from index_state`,
  );
  if (!rows[0]?.is_done) return false;
  const { rows: evaluated } = await watcher.query(
    'select count(*)::int as count from evaluations where started_at is not null',
  );
  return evaluated[0].count === components;
}

let told = 0;

/**
 * Whoever looks for work looks now: it is told a fact of one component that no check reads, and marks it.
 */
export async function wake(suite) {
  told += 1;
  const answer = await suite.send('/api/autonomy/v1/facts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      items: [
        {
          entityRef: 'component:default/component-0',
          collector: 'benchmark',
          facts: { told },
          collectedAt: new Date().toISOString(),
        },
      ],
    }),
  });
  if (answer.status !== 200) {
    throw new Error(`a fact was answered ${answer.status}`);
  }
}
