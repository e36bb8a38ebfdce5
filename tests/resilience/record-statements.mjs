// Records which statements a version of the backend asks of PostgreSQL, so that T6 can ask them again of later
// schemas, as a replica does that is not replaced yet. Run it once before the first migration of a new version.
// usage: ./run node tests/resilience/record-statements.mjs
// Writes tests/resilience/statements/<newest migration>.json; takes as long as the tests of the backend.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { knexOfPostgres, migrationNames } from './lib/database.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { runTest } from './lib/runTest.mjs';
import { fewestOf, planOf, shapeOf } from './lib/statements.mjs';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';
const DATABASE = 'newest';

await runTest({
  name: 'record-statements',
  defaults: {},
  minutes: 60,
  async test(options) {
    const postgres = await startPostgres({
      ...options,
      settings: {
        shared_preload_libraries: 'pg_stat_statements',
        'pg_stat_statements.max': 50_000,
        'pg_stat_statements.track_utility': 'off',
        max_connections: 200,
      },
    });
    await postgres.query('postgres', 'create extension pg_stat_statements');
    await runTests(postgres);
    const recorded = await postgres.query(
      'postgres',
      `select query from pg_stat_statements
        where query ~* '^(with|select|insert|update|delete)' and query !~* 'knex_migrations|xmin'`,
    );
    const statements = await keepOurs(
      postgres,
      recorded.map(({ query }) => query),
    );
    const newest = migrationNames().at(-1).replace(/\.js$/, '');
    const folder = path.join(import.meta.dirname, 'statements');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path.join(folder, `${newest}.json`),
      `${JSON.stringify(statements, undefined, 1)}\n`,
    );
    return { recorded: recorded.length, kept: statements.length, breaches: [] };
  },
});

async function runTests({ password, port }) {
  const tests = spawn(
    process.execPath,
    [
      inRoot('node_modules/.bin/backstage-cli'),
      ...['package', 'test', '--watch=false', '--maxWorkers=1'],
    ],
    {
      cwd: inRoot('plugins/autonomy-backend'),
      env: {
        ...process.env,
        [VARIABLE]: `postgresql://postgres:${password}@127.0.0.1:${port}`,
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      },
      stdio: ['ignore', 2, 2],
    },
  );
  const [code, signal] = await once(tests, 'exit');
  if (code !== 0) throw new Error(`The tests end with ${code ?? signal}`);
}

/** One of each shape, and only what the newest schema understands: tests have tables of their own as well. */
async function keepOurs(postgres, queries) {
  await postgres.query('postgres', `create database ${DATABASE}`);
  const knex = knexOfPostgres(postgres, DATABASE);
  try {
    await knex.migrate.latest();
    const kept = new Set();
    for (const shape of new Set(queries.map(shapeOf))) {
      if ((await planOf(knex, shape)).isThere) kept.add(shape);
    }
    return fewestOf([...kept]);
  } finally {
    await knex.destroy();
  }
}
