import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
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
  /** Inserts and replaces entities. */
  putEntities(entities: readonly IndexedEntity[], now: number): Promise<void>;
  /** Forgets entities; evidence about them stays. */
  deleteEntities(entityRefs: readonly string[]): Promise<void>;

  readState(): Promise<IndexState>;
  /** Everything that contexts are derived from. */
  readNodes(): Promise<EntityNode[]>;
  readContexts(): Promise<Map<string, EntityContext & { confirmedAt: number }>>;
  /** Writes contexts; those of entities that left the scope go when the state is marked. */
  putContexts(
    contexts: ReadonlyMap<string, EntityContext>,
    now: number,
  ): Promise<void>;
  markDerived(revision: number, derivedWith: string): Promise<void>;

  /** Refs of all entities in scope. */
  listScope(): Promise<string[]>;
  /** Those of the entities that are in scope and have a context. */
  readScoped(entityRefs: readonly string[]): Promise<ScopedEntity[]>;
  /** For permission rules; in order, undefined where not in scope. */
  readRecords(
    entityRefs: readonly string[],
  ): Promise<(EntityRecord | undefined)[]>;
}
