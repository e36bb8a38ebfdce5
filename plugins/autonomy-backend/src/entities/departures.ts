import type { Knex } from 'knex';
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
 * Notes who leaves the scope and who is back, before their new rows are written.
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

  const inScope = new Set(
    entities.filter(entity => entity.inScope).map(e => e.entityRef),
  );
  const back = departed
    .map(row => row.entity_ref)
    .filter(ref => inScope.has(ref));
  if (back.length > 0) {
    await trx('departed_entities').whereIn('entity_ref', back).delete();
  }
  return new Map(
    departed.map(row => [row.entity_ref, Number(row.first_seen_at)]),
  );
}
