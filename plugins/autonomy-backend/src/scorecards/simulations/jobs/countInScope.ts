import type { Knex } from 'knex';

/**
 * How many entities there are to try something on.
 *
 * @internal
 */
export async function countInScope(knex: Knex): Promise<number> {
  const [row] = await knex('entities')
    .where('in_scope', true)
    .count('* as total');
  return Number(row.total);
}
