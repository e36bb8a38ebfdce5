import type { Knex } from 'knex';

/**
 * Ends stretches of coverage that follow a source, at the instant it was last heard: what began after it
 * watched nothing.
 *
 * @param entityRefs - whose; all unless told
 * @returns whose ended
 * @internal
 */
export async function endFollowing(
  trx: Knex.Transaction,
  source: string,
  lastHeardAt: number,
  entityRefs?: readonly string[],
): Promise<string[]> {
  const query = trx('coverage').where({ source, follows_source: true });
  if (entityRefs) {
    query.whereIn('entity_ref', entityRefs);
  }
  const rows = await query
    .update({
      to_at: trx.raw('case when from_at > ? then from_at else ? end', [
        lastHeardAt,
        lastHeardAt,
      ]),
      last_heard_at: lastHeardAt,
      follows_source: false,
    })
    .returning('entity_ref');
  return rows.map(row => row.entity_ref);
}
