import type { Knex } from 'knex';
import type { ReadScopes } from '../../../evaluation/reading';
import { whereAllVisible } from '../../../permissions';

const AT_ONCE = 200;

/**
 * Refs of the entities in scope that somebody may see, some at a time, in order.
 *
 * @internal
 */
export async function* walkVisible(
  knex: Knex,
  { readable, visible }: Awaited<ReturnType<ReadScopes['of']>>,
): AsyncGenerator<string[], void> {
  let after: string | undefined;
  for (;;) {
    const query = knex('entities')
      .where('in_scope', true)
      .orderBy('entity_ref')
      .limit(AT_ONCE)
      .select('entity_ref');
    if (after !== undefined) {
      query.where('entity_ref', '>', after);
    }
    whereAllVisible(query, visible);
    const rows = await query;
    const refs: string[] = rows.map(row => row.entity_ref);
    const shown = await readable?.(refs);
    yield shown ? refs.filter(ref => shown.has(ref)) : refs;
    if (refs.length < AT_ONCE) {
      return;
    }
    after = refs[refs.length - 1];
  }
}
