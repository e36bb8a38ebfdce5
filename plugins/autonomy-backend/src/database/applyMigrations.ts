import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

const LOCK_NAME = 'autonomy.migrations';

const migrationsDirectory = () =>
  resolvePackagePath(
    '@aligned-autonomy/backstage-plugin-autonomy-backend',
    'migrations',
  );

/**
 * Brings the plugin's database to the newest schema, unless the installation migrates by other means.
 *
 * @internal
 */
export async function applyMigrations(
  database: DatabaseService,
  knex: Knex,
): Promise<void> {
  if (database.migrations?.skip) {
    return;
  }
  await withMigrationLock(knex, () =>
    knex.migrate.latest({ directory: migrationsDirectory() }),
  );
}

/**
 * Several replicas that start at once on an empty database race for the creation of knex's own lock
 * table, and all but one fail. A session-wide advisory lock makes them wait for each other; it is held
 * on one pinned connection, and PostgreSQL drops it when that connection dies.
 */
async function withMigrationLock(
  knex: Knex,
  migrate: () => Promise<unknown>,
): Promise<void> {
  if (!isPostgres(knex)) {
    await migrate();
    return;
  }
  const connection = await knex.client.acquireConnection();
  try {
    await knex
      .raw('select pg_advisory_lock(hashtext(?))', [LOCK_NAME])
      .connection(connection);
    try {
      await migrate();
    } finally {
      await knex
        .raw('select pg_advisory_unlock(hashtext(?))', [LOCK_NAME])
        .connection(connection);
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
}
