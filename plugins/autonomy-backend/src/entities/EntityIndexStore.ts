import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Knex } from 'knex';
import type { EntityNode } from './context';
import type { EntityContext, IndexedEntity } from './types';

/**
 * How far the index is, and how far what is derived from it.
 *
 * @internal
 */
export interface IndexState {
  revision: number;
  derivedRevision: number;
  derivedWith: string;
  /** When the least recently confirmed context was confirmed, in UTC milliseconds. */
  confirmedAt?: number;
}

/**
 * What was derived from the index, and from which one.
 *
 * @internal
 */
export interface DerivedContexts {
  /** All entities in scope. */
  contexts: ReadonlyMap<string, EntityContext>;
  /** Revision of the index, read before its entities. */
  revision: number;
  /** Fingerprint of the settings. */
  derivedWith: string;
}

/**
 * An entity in scope, ready to be evaluated.
 *
 * @internal
 */
export interface ScopedEntity {
  snapshot: EntitySnapshot;
  context: EntityContext;
  /** When the context was last confirmed, in UTC milliseconds. */
  confirmedAt: number;
}

/**
 * The suite's own index of the catalog.
 *
 * @internal
 */
export interface EntityIndexStore {
  /** Entity ref to the version that is indexed. */
  readVersions(): Promise<Map<string, string>>;
  /** The version under which an entity with that etag is indexed. */
  versionOf(etag: string): string;
  /**
   * Inserts and replaces entities. One that is back was first seen when it was first seen.
   *
   * @param now - UTC milliseconds
   */
  putEntities(entities: readonly IndexedEntity[], now: number): Promise<void>;
  /**
   * Forgets entities, and notes those that were in scope as departed; evidence about them and their record
   * stay for a while.
   *
   * @param now - UTC milliseconds
   */
  deleteEntities(entityRefs: readonly string[], now: number): Promise<void>;

  readState(): Promise<IndexState>;
  /**
   * Whether the index has ever been complete: owners and relations arrive after their entities.
   *
   * @param knex - where it is asked within a transaction
   */
  hasSettled(knex?: Knex): Promise<boolean>;
  /** @param now - UTC milliseconds */
  markSettled(now: number): Promise<void>;
  /** Everything that contexts are derived from. */
  readNodes(): Promise<EntityNode[]>;
  /**
   * Replaces the contexts, unless newer ones are there. What did not change is written again only as a
   * confirmation.
   *
   * @returns entities whose context changed
   */
  putContexts(
    derived: DerivedContexts,
    options: { now: number; confirmEvery: number },
  ): Promise<string[]>;

  /** Those of the refs whose entities are in the catalog, in scope or not. */
  listKnown(entityRefs: readonly string[]): Promise<Set<string>>;
  /** Refs of all entities in scope. */
  listScope(): Promise<string[]>;
  /**
   * Those of the entities that are in scope and have a context.
   *
   * @param knex - where it is asked within a transaction
   */
  readScoped(
    entityRefs: readonly string[],
    knex?: Knex,
  ): Promise<ScopedEntity[]>;
  /** For permission rules; in order, undefined where not in scope. */
  readRecords(
    entityRefs: readonly string[],
  ): Promise<(EntityRecord | undefined)[]>;
}
