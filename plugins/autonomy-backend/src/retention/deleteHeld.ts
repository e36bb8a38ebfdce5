import type { Knex } from 'knex';
import { isPostgres } from '../database';

/**
 * Deletes rows that nobody else is writing; who writes one is not waited for, so that two who lock rows in
 * different orders never wait for each other.
 *
 * @param select - makes the query of the rows, without columns
 * @returns how many were deleted
 * @internal
 */
export async function deleteHeld(
  trx: Knex.Transaction,
  table: string,
  key: readonly string[],
  select: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  const query = select(trx(table)).select([...key]);
  if (isPostgres(trx)) {
    query.forUpdate().skipLocked();
  }
  const rows: Record<string, string>[] = await query;
  return rows.length === 0
    ? 0
    : trx(table)
        .whereIn(
          [...key],
          rows.map(row => key.map(column => row[column])),
        )
        .delete();
}
