import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';

const BACKEND = inRoot('plugins/autonomy-backend');
const require = createRequire(`${BACKEND}/package.json`);
const createKnex = require('knex');

/** Where the migrations are. */
export const MIGRATIONS = `${BACKEND}/migrations`;

/** The names of all migrations, in order. */
export const migrationNames = () =>
  readdirSync(MIGRATIONS)
    .filter(name => name.endsWith('.js'))
    .sort();

/** A database of PostgreSQL as the plugin sees it. */
export const knexOfPostgres = ({ password, port }, database) =>
  createKnex({
    client: 'pg',
    connection: {
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database,
    },
    pool: { min: 0, max: 5 },
    migrations: { directory: MIGRATIONS },
  });

/** A new database of SQLite, set up as Backstage does. */
export const knexOfSqlite = filename =>
  createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    migrations: { directory: MIGRATIONS },
  });

/** Runs so many more migrations, one at a time. */
export async function migrateUp(knex, count) {
  for (let n = 0; n < count; n++) await knex.migrate.up();
}

/** Takes so many migrations back, one at a time. */
export async function migrateDown(knex, count) {
  for (let n = 0; n < count; n++) await knex.migrate.down();
}
