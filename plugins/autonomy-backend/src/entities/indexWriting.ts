import type { Knex } from 'knex';
import { inChunks } from '../database';
import type { EvaluationMarks } from '../evaluation';
import { noteDepartures, noteMoves } from './departures';
import { toEntityRow, toSearchRows, type EntityRow } from './rows';
import type { IndexedEntity } from './types';

const CHUNK = 200;

/** All but `first_seen_at`, which stays. */
const UPDATED_COLUMNS = [
  'etag',
  'indexed_as',
  'kind',
  'namespace',
  'name',
  'title',
  'type',
  'lifecycle',
  'owner_ref',
  'system_ref',
  'declared_tier',
  'definition_length',
  'in_scope',
  'sort_name',
  'search_text',
  'metadata',
  'spec',
];

/**
 * Writes entities as they are now, and notes who left the scope and who is back.
 *
 * @param options - `indexedAs`: how rows are made, kept with them; `marks` is told in the same transaction; `now`
 * in UTC milliseconds
 * @internal
 */
export async function putEntities(
  knex: Knex,
  entities: readonly IndexedEntity[],
  options: { indexedAs: string; marks: EvaluationMarks; now: number },
): Promise<void> {
  const { indexedAs, marks, now } = options;
  const relations = entities.flatMap(({ entityRef, relations: all }) =>
    all.map(({ type, targetRef }) => ({
      source_ref: entityRef,
      type,
      target_ref: targetRef,
    })),
  );
  await changeIndex(knex, async trx => {
    for (const chunk of inChunks(entities, CHUNK)) {
      const refs = chunk.map(entity => entity.entityRef);
      const firstSeen = await noteMoves(trx, chunk, now);
      const firstSeenAt = (ref: string) => firstSeen.get(ref) ?? now;
      await trx('entities')
        .insert(
          chunk.map(e => toEntityRow(e, indexedAs, firstSeenAt(e.entityRef))),
        )
        .onConflict('entity_ref')
        .merge(UPDATED_COLUMNS);
      await trx('entity_relations').whereIn('source_ref', refs).delete();
      await trx('entity_search').whereIn('entity_ref', refs).delete();
    }
    await trx.batchInsert('entity_relations', relations, CHUNK);
    await trx.batchInsert(
      'entity_search',
      entities.flatMap(toSearchRows),
      CHUNK,
    );
    const scoped = entities.filter(({ inScope }) => inScope);
    await marks.mark(
      trx,
      scoped.map(({ entityRef }) => entityRef),
      now,
    );
  });
}

/**
 * Forgets entities, and notes those that were in scope as departed.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export async function deleteEntities(
  knex: Knex,
  entityRefs: readonly string[],
  now: number,
): Promise<void> {
  await changeIndex(knex, async trx => {
    for (const chunk of inChunks(entityRefs, CHUNK)) {
      const leavers = await trx<EntityRow>('entities')
        .where('in_scope', true)
        .whereIn('entity_ref', chunk)
        .select('entity_ref', 'first_seen_at');
      await noteDepartures(trx, leavers, now);
      await trx('entities').whereIn('entity_ref', chunk).delete();
      await trx('entity_relations').whereIn('source_ref', chunk).delete();
      await trx('entity_search').whereIn('entity_ref', chunk).delete();
      await trx('entity_context').whereIn('entity_ref', chunk).delete();
    }
  });
}

/** Every change raises the revision, so that no replica forgets to derive the contexts again. */
async function changeIndex(
  knex: Knex,
  change: (trx: Knex.Transaction) => Promise<void>,
): Promise<void> {
  await knex.transaction(async trx => {
    // First, because it makes overlapping changes wait for each other.
    await trx('index_state').where('id', 'catalog').increment('revision', 1);
    await change(trx);
  });
}
