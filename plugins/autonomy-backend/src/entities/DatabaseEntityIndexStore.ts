import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Knex } from 'knex';
import { contentHash, inChunks } from '../database';
import { snapshotOf, type EntityNode } from './context';
import { noteDepartures, noteMoves } from './departures';
import type {
  DerivedContexts,
  EntityIndexStore,
  IndexState,
  ScopedEntity,
} from './EntityIndexStore';
import { replaceContexts } from './replaceContexts';
import {
  toContext,
  toEntityRow,
  toNode,
  toRecord,
  toSearchRows,
  type ContextRow,
  type EntityRow,
} from './rows';
import type { EntityRelation, IndexedEntity } from './types';

/** Raised when rows are made differently, so that the next sweep makes them anew. */
const ROW_FORMAT = 1;
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
 * @internal
 */
export class DatabaseEntityIndexStore implements EntityIndexStore {
  readonly #knex: Knex;
  readonly #indexedAs: string;
  #hasSettled = false;

  static create(options: {
    knex: Knex;
    scope: FilterPredicate;
  }): DatabaseEntityIndexStore {
    const { knex, scope } = options;
    return new DatabaseEntityIndexStore(
      knex,
      contentHash({ ROW_FORMAT, scope }).slice(0, 16),
    );
  }

  private constructor(knex: Knex, indexedAs: string) {
    this.#knex = knex;
    this.#indexedAs = indexedAs;
  }

  versionOf(etag: string): string {
    return `${this.#indexedAs} ${etag}`;
  }

  async readVersions(): Promise<Map<string, string>> {
    const rows = await this.#knex<EntityRow>('entities').select(
      'entity_ref',
      'etag',
      'indexed_as',
    );
    return new Map(
      rows.map(row => [row.entity_ref, `${row.indexed_as} ${row.etag}`]),
    );
  }

  async putEntities(
    entities: readonly IndexedEntity[],
    now: number,
  ): Promise<void> {
    const relations = entities.flatMap(({ entityRef, relations: all }) =>
      all.map(({ type, targetRef }) => ({
        source_ref: entityRef,
        type,
        target_ref: targetRef,
      })),
    );
    await this.#changeIndex(async trx => {
      for (const chunk of inChunks(entities, CHUNK)) {
        const refs = chunk.map(entity => entity.entityRef);
        const firstSeen = await noteMoves(trx, chunk, now);
        const firstSeenAt = (ref: string) => firstSeen.get(ref) ?? now;
        await trx('entities')
          .insert(
            chunk.map(e =>
              toEntityRow(e, this.#indexedAs, firstSeenAt(e.entityRef)),
            ),
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
    });
  }

  async deleteEntities(
    entityRefs: readonly string[],
    now: number,
  ): Promise<void> {
    await this.#changeIndex(async trx => {
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

  async readState(): Promise<IndexState> {
    const [row, confirmed] = await Promise.all([
      this.#knex('index_state').where('id', 'catalog').first(),
      this.#knex('entity_context').min('confirmed_at as oldest').first(),
    ]);
    return {
      revision: Number(row.revision),
      derivedRevision: Number(row.derived_revision),
      derivedWith: row.derived_with,
      confirmedAt:
        confirmed?.oldest === null ? undefined : Number(confirmed?.oldest),
    };
  }

  async hasSettled(): Promise<boolean> {
    if (!this.#hasSettled) {
      const row = await this.#knex('index_state')
        .where('id', 'catalog')
        .first();
      this.#hasSettled = row.settled_at !== null;
    }
    return this.#hasSettled;
  }

  async markSettled(now: number): Promise<void> {
    await this.#knex('index_state')
      .where('id', 'catalog')
      .whereNull('settled_at')
      .update({ settled_at: now });
  }

  async readNodes(): Promise<EntityNode[]> {
    const relations = new Map<string, EntityRelation[]>();
    for (const row of await this.#knex('entity_relations').select()) {
      const list = relations.get(row.source_ref) ?? [];
      list.push({ type: row.type, targetRef: row.target_ref });
      relations.set(row.source_ref, list);
    }
    const rows = await this.#knex<EntityRow>('entities').select();
    return rows.map(row => toNode(row, relations.get(row.entity_ref) ?? []));
  }

  putContexts(
    contexts: DerivedContexts,
    options: { now: number; confirmEvery: number },
  ): Promise<string[]> {
    return this.#knex.transaction(trx =>
      replaceContexts(trx, contexts, options),
    );
  }

  async listKnown(entityRefs: readonly string[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (const chunk of inChunks(entityRefs, CHUNK)) {
      const rows = await this.#knex<EntityRow>('entities')
        .whereIn('entity_ref', chunk)
        .select('entity_ref');
      rows.forEach(row => known.add(row.entity_ref));
    }
    return known;
  }

  async listScope(): Promise<string[]> {
    const rows = await this.#knex<EntityRow>('entities')
      .where('in_scope', true)
      .select('entity_ref');
    return rows.map(row => row.entity_ref);
  }

  async readScoped(
    entityRefs: readonly string[],
    trx?: Knex.Transaction,
  ): Promise<ScopedEntity[]> {
    const rows = await this.#scopedRows(entityRefs, trx);
    return rows.map(row => {
      const context = toContext(row);
      return {
        snapshot: snapshotOf(toNode(row, []), context),
        context,
        confirmedAt: Number(row.confirmed_at),
      };
    });
  }

  async readRecords(
    entityRefs: readonly string[],
  ): Promise<(EntityRecord | undefined)[]> {
    const owners = new Map<string, string[]>();
    for (const chunk of inChunks(entityRefs, CHUNK)) {
      const relations = await this.#knex('entity_relations')
        .where('type', RELATION_OWNED_BY)
        .whereIn('source_ref', chunk);
      for (const { source_ref: ref, target_ref: owner } of relations) {
        owners.set(ref, [...(owners.get(ref) ?? []), owner]);
      }
    }
    const rows = await this.#scopedRows(entityRefs);
    const records = new Map(
      rows.map(row => [
        row.entity_ref,
        toRecord(row, owners.get(row.entity_ref) ?? []),
      ]),
    );
    return entityRefs.map(ref => records.get(ref));
  }

  async #scopedRows(
    entityRefs: readonly string[],
    knex: Knex = this.#knex,
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

  /** Every change raises the revision, so that no replica forgets to derive the contexts again. */
  async #changeIndex(
    change: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      // First, because it makes overlapping changes wait for each other.
      await trx('index_state').where('id', 'catalog').increment('revision', 1);
      await change(trx);
    });
  }
}
