import type { EntityRelation, IndexedEntity } from '../types';

/**
 * An indexed entity as far as others depend on it; `metadata` and `spec` are empty but for entities in
 * scope and Domains.
 *
 * @internal
 */
export interface EntityNode extends Omit<IndexedEntity, 'etag'> {
  firstSeenAt: number;
}

/**
 * The whole catalog at once, with the look-ups that contexts are derived from.
 *
 * @internal
 */
export class CatalogView {
  readonly #nodes: ReadonlyMap<string, EntityNode>;
  readonly #incoming: ReadonlyMap<string, EntityRelation[]>;

  static create(nodes: readonly EntityNode[]): CatalogView {
    const incoming = new Map<string, EntityRelation[]>();
    for (const { entityRef, relations } of nodes) {
      for (const { type, targetRef } of relations) {
        const list = incoming.get(targetRef) ?? [];
        list.push({ type, targetRef: entityRef });
        incoming.set(targetRef, list);
      }
    }
    return new CatalogView(
      new Map(nodes.map(node => [node.entityRef, node])),
      incoming,
    );
  }

  private constructor(
    nodes: ReadonlyMap<string, EntityNode>,
    incoming: ReadonlyMap<string, EntityRelation[]>,
  ) {
    this.#nodes = nodes;
    this.#incoming = incoming;
  }

  nodes(): Iterable<EntityNode> {
    return this.#nodes.values();
  }

  get(entityRef: string | undefined): EntityNode | undefined {
    return entityRef === undefined ? undefined : this.#nodes.get(entityRef);
  }

  /** Targets of the relations of one type that start at an entity. */
  targets(entityRef: string, type: string): string[] {
    return (this.#nodes.get(entityRef)?.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);
  }

  /** Entities with a relation of one type to an entity. */
  sources(entityRef: string, type: string): string[] {
    return (this.#incoming.get(entityRef) ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef);
  }
}
