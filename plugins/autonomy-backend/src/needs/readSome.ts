import type { Knex } from 'knex';

/**
 * The first rows of a query, and how many there are.
 *
 * @param query - in its order, without a limit
 * @internal
 */
export async function readSome(
  query: Knex.QueryBuilder,
  limit: number,
): Promise<{ count: number; rows: any[] }> {
  const rows: any[] = await query.clone().limit(limit + 1);
  if (rows.length <= limit) {
    return { count: rows.length, rows };
  }
  const all = await query
    .clone()
    .clearSelect()
    .clearOrder()
    .count('* as total')
    .first();
  return { count: Number(all.total), rows: rows.slice(0, limit) };
}
