import type { Knex } from 'knex';
import { difference, intersection } from 'lodash';
import { inChunks } from '../database';
import type { EntityRow } from './rows';
import type { IndexedEntity } from './types';

const CHUNK = 200;

/**
 * Notes entities as departed; of those that departed before, the first time stays.
 *
 * @param entities - who was in scope until now
 * @param now - UTC milliseconds
 * @internal
 */
export async function noteDepartures(
  trx: Knex.Transaction,
  entities: readonly Pick<EntityRow, 'entity_ref' | 'first_seen_at'>[],
  now: number,
): Promise<void> {
  for (const chunk of inChunks(entities, CHUNK)) {
    await trx('departed_entities')
      .insert(
        chunk.map(({ entity_ref, first_seen_at }) => ({
          entity_ref,
          departed_at: now,
          first_seen_at,
        })),
      )
      .onConflict('entity_ref')
      .ignore();
  }
}

/**
 * Notes who leaves the scope and who is back, before their new rows are written. Who enters it without a
 * record that is kept was first seen now, even if the catalog had it all the while.
 *
 * @param now - UTC milliseconds
 * @returns when those that were seen before, and are no longer indexed, were first seen
 * @internal
 */
export async function noteMoves(
  trx: Knex.Transaction,
  entities: readonly IndexedEntity[],
  now: number,
): Promise<Map<string, number>> {
  const refs = entities.map(({ entityRef }) => entityRef);
  const departed = await trx('departed_entities')
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'first_seen_at');
  const leavers = await trx<EntityRow>('entities')
    .where('in_scope', true)
    .whereIn(
      'entity_ref',
      entities.filter(({ inScope }) => !inScope).map(e => e.entityRef),
    )
    .select('entity_ref', 'first_seen_at');
  await noteDepartures(trx, leavers, now);

  const inScope = entities
    .filter(entity => entity.inScope)
    .map(e => e.entityRef);
  const remembered = departed.map(row => row.entity_ref);
  const back = intersection(inScope, remembered);
  if (back.length > 0) {
    await trx('departed_entities').whereIn('entity_ref', back).delete();
  }
  await trx<EntityRow>('entities')
    .where('in_scope', false)
    .whereIn('entity_ref', difference(inScope, remembered))
    .update({ first_seen_at: now });
  return new Map(
    departed.map(row => [row.entity_ref, Number(row.first_seen_at)]),
  );
}
