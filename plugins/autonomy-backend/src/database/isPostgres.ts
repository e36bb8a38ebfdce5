import type { Knex } from 'knex';

/**
 * Whether a database is PostgreSQL; the other one is SQLite, which knows no locks of rows and one writer.
 *
 * @internal
 */
export function isPostgres({ client }: Knex): boolean {
  return client.config.client === 'pg';
}
