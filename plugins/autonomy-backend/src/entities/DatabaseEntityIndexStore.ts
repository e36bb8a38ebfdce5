import type { FilterPredicate } from '@backstage/filter-predicates';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Knex } from 'knex';
import { contentHash } from '../database';
import type { EvaluationMarks } from '../evaluation';
import type { EntityNode } from './context';
import type {
  DerivedContexts,
  EntityIndexStore,
  IndexState,
  ScopedEntity,
} from './EntityIndexStore';
import {
  listKnown,
  listScope,
  readNodes,
  readRecords,
  readScoped,
  readState,
  readVersions,
} from './indexReading';
import { deleteEntities, putEntities } from './indexWriting';
import { replaceContexts } from './replaceContexts';
import type { IndexedEntity } from './types';

/** Raised when rows are made differently, so that the next sweep makes them anew. */
const ROW_FORMAT = 1;

/**
 * @internal
 */
export class DatabaseEntityIndexStore implements EntityIndexStore {
  readonly #knex: Knex;
  readonly #indexedAs: string;
  readonly #marks: EvaluationMarks;
  readonly #movesWait: boolean;
  #hasSettled = false;

  /**
   * @param options - `marks` is told of entities that change, in the same transaction; `movesWait`: moves to a laxer
   * tier or domain wait for the board that receives the entity, because boards decide here
   */
  static create(options: {
    knex: Knex;
    marks: EvaluationMarks;
    movesWait?: boolean;
    scope: FilterPredicate;
  }): DatabaseEntityIndexStore {
    return new DatabaseEntityIndexStore(options);
  }

  private constructor(
    options: Parameters<typeof DatabaseEntityIndexStore.create>[0],
  ) {
    const { movesWait = false, scope } = options;
    this.#knex = options.knex;
    this.#marks = options.marks;
    this.#movesWait = movesWait;
    this.#indexedAs = contentHash({ ROW_FORMAT, scope }).slice(0, 16);
  }

  versionOf(etag: string): string {
    return `${this.#indexedAs} ${etag}`;
  }

  readVersions(): Promise<Map<string, string>> {
    return readVersions(this.#knex);
  }

  putEntities(entities: readonly IndexedEntity[], now: number): Promise<void> {
    const indexedAs = this.#indexedAs;
    const marks = this.#marks;
    return putEntities(this.#knex, entities, { indexedAs, marks, now });
  }

  deleteEntities(entityRefs: readonly string[], now: number): Promise<void> {
    return deleteEntities(this.#knex, entityRefs, now);
  }

  readState(): Promise<IndexState> {
    return readState(this.#knex);
  }

  async hasSettled(knex: Knex = this.#knex): Promise<boolean> {
    if (!this.#hasSettled) {
      const row = await knex('index_state').where('id', 'catalog').first();
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

  readNodes(): Promise<EntityNode[]> {
    return readNodes(this.#knex);
  }

  putContexts(
    contexts: DerivedContexts,
    options: { now: number; confirmEvery: number },
  ): Promise<string[]> {
    return this.#knex.transaction(trx =>
      replaceContexts(trx, contexts, {
        ...options,
        movesWait: this.#movesWait,
        mark: refs => this.#marks.mark(trx, refs, options.now),
      }),
    );
  }

  listKnown(entityRefs: readonly string[]): Promise<Set<string>> {
    return listKnown(this.#knex, entityRefs);
  }

  listScope(): Promise<string[]> {
    return listScope(this.#knex);
  }

  readScoped(
    entityRefs: readonly string[],
    knex: Knex = this.#knex,
  ): Promise<ScopedEntity[]> {
    return readScoped(knex, entityRefs);
  }

  readRecords(
    entityRefs: readonly string[],
  ): Promise<(EntityRecord | undefined)[]> {
    return readRecords(this.#knex, entityRefs);
  }
}
