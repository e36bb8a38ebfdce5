import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Knex } from 'knex';
import { inChunks, toInstant } from '../database';
import { snapshotOf, type EntityNode } from './context';
import type { IndexState, ScopedEntity } from './EntityIndexStore';
import {
  toContext,
  toNode,
  toRecord,
  type ContextRow,
  type EntityRow,
} from './rows';
import type { EntityRelation } from './types';

const CHUNK = 1_000;

/** Versions by entity ref. @internal */
export async function readVersions(knex: Knex): Promise<Map<string, string>> {
  const rows = await knex<EntityRow>('entities').select(
    'entity_ref',
    'etag',
    'indexed_as',
  );
  return new Map(
    rows.map(row => [row.entity_ref, `${row.indexed_as} ${row.etag}`]),
  );
}

/** How far the index is, and how far what is derived from it. @internal */
export async function readState(knex: Knex): Promise<IndexState> {
  const [row, confirmed] = await Promise.all([
    knex('index_state').where('id', 'catalog').first(),
    knex('entity_context').min('confirmed_at as oldest').first(),
  ]);
  return {
    revision: Number(row.revision),
    derivedRevision: Number(row.derived_revision),
    derivedWith: row.derived_with,
    confirmedAt: toInstant(confirmed?.oldest),
  };
}

/** Everything that contexts are derived from. @internal */
export async function readNodes(knex: Knex): Promise<EntityNode[]> {
  const relations = new Map<string, EntityRelation[]>();
  for (const row of await knex('entity_relations').select()) {
    const list = relations.get(row.source_ref) ?? [];
    list.push({ type: row.type, targetRef: row.target_ref });
    relations.set(row.source_ref, list);
  }
  const rows = await knex<EntityRow>('entities').select();
  return rows.map(row => toNode(row, relations.get(row.entity_ref) ?? []));
}

/** Those of the refs whose entities are in the catalog, in scope or not. @internal */
export async function listKnown(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const chunk of inChunks(entityRefs, CHUNK)) {
    const rows = await knex<EntityRow>('entities')
      .whereIn('entity_ref', chunk)
      .select('entity_ref');
    rows.forEach(row => known.add(row.entity_ref));
  }
  return known;
}

/** Refs of all entities in scope. @internal */
export async function listScope(knex: Knex): Promise<string[]> {
  const rows = await knex<EntityRow>('entities')
    .where('in_scope', true)
    .select('entity_ref');
  return rows.map(row => row.entity_ref);
}

/** Those of the entities that are in scope and have a context. @internal */
export async function readScoped(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<ScopedEntity[]> {
  const rows = await scopedRows(knex, entityRefs);
  return rows.map(row => {
    const context = toContext(row);
    return {
      snapshot: snapshotOf(toNode(row, []), context),
      context,
      confirmedAt: Number(row.confirmed_at),
    };
  });
}

/** For permission rules; in order, undefined where not in scope. @internal */
export async function readRecords(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<(EntityRecord | undefined)[]> {
  const owners = new Map<string, string[]>();
  for (const chunk of inChunks(entityRefs, CHUNK)) {
    const relations = await knex('entity_relations')
      .where('type', RELATION_OWNED_BY)
      .whereIn('source_ref', chunk);
    for (const { source_ref: ref, target_ref: owner } of relations) {
      owners.set(ref, [...(owners.get(ref) ?? []), owner]);
    }
  }
  const rows = await scopedRows(knex, entityRefs);
  const records = new Map(
    rows.map(row => [
      row.entity_ref,
      toRecord(row, owners.get(row.entity_ref) ?? []),
    ]),
  );
  return entityRefs.map(ref => records.get(ref));
}

async function scopedRows(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<(EntityRow & ContextRow)[]> {
  const found: (EntityRow & ContextRow)[] = [];
  for (const chunk of inChunks(entityRefs, CHUNK)) {
    const rows = await knex('entities')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'entities.entity_ref',
      )
      .where('entities.in_scope', true)
      .whereIn('entities.entity_ref', chunk)
      .select('entity_context.*', 'entities.*');
    found.push(...rows);
  }
  return found;
}
