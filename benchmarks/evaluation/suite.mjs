import {
  createBackend,
  DATABASE,
} from '../../tests/resilience/lib/backend.mjs';
import { knexOfPostgres } from '../../tests/resilience/lib/database.mjs';
import { until } from '../../tests/resilience/lib/intake.mjs';
import { MAPPING, SECRET } from '../../tests/resilience/lib/pagerDuty.mjs';
import { progress } from '../../tests/resilience/lib/runTest.mjs';
import path from 'node:path';
import { writePolicy } from './policy.mjs';
import { seed, SOURCE } from './seed.mjs';

/** The role of the benchmark itself, so that what it asks is not counted. */
const WATCHER = 'watcher';
const NEVER = { frequency: { days: 365 }, timeout: { minutes: 10 } };
const LOOK_EVERY_MS = 20;

/** Settings of the suite: nothing happens by itself. */
export const configOf = folder => ({
  policy: { files: [writePolicy(folder)] },
  catalog: {
    sweep: { schedule: NEVER, startupInterval: { milliseconds: 500 } },
  },
  evaluation: { schedule: NEVER },
  rollUps: { schedule: NEVER },
  retention: { schedule: NEVER },
  incidents: {
    sources: { [SOURCE]: { type: 'pagerduty', secrets: [SECRET] } },
    mapping: MAPPING,
  },
});

/**
 * A database with a year of evidence about so many components.
 *
 * @returns `watcher`, a client whose statements are not counted, and the `rows` of evidence
 */
export async function prepareDatabase({
  components,
  defer,
  postgres,
  seed: number,
}) {
  await postgres.query('postgres', `create database ${DATABASE}`);
  await postgres.query(
    'postgres',
    `create role ${WATCHER} superuser login password '${postgres.password}'`,
  );
  const knex = knexOfPostgres(postgres, DATABASE);
  await knex.migrate.latest();
  await knex.destroy();
  const watcher = await postgres.connect(DATABASE, WATCHER);
  defer(() => watcher.end());
  await watcher.query('create extension if not exists pg_stat_statements');
  const rows = await seed(watcher, {
    components,
    now: Date.now(),
    seed: number,
  });
  return { watcher, rows };
}

/** A backend over it. */
export function createSuite({ components, name = 'suite', ...options }) {
  return createBackend({
    ...options,
    name,
    components,
    autonomy: configOf(options.folder),
    databasePort: options.postgres.port,
    environment: {
      TEST_CATALOG: path.join(import.meta.dirname, 'catalog.mjs'),
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
      if (!isDone && performance.now() - told > 10_000) {
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

/** Whoever looks for work looks now. */
export async function wake(suite) {
  await suite.send(
    '/api/autonomy/v1/entities/component/default/component-0/refresh',
    { method: 'POST' },
  );
}
