import {
  ANNOTATION_TIER,
  parseDeclaredTier,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  DEFAULT_NAMESPACE,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
  type EntityMeta,
} from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import type { JsonObject } from '@backstage/types';
import { tidyStrings } from './tidyStrings';
import type { EntityRelation, IndexedEntity } from './types';

/** Kind, namespace and name have at most 63 characters each. */
const MAX_REF_LENGTH = 191;

/**
 * Reads from a catalog entity what the index keeps.
 *
 * @param scope - which entities are evaluated
 * @internal
 */
export function indexEntity(
  entity: Entity,
  scope: FilterPredicate,
): IndexedEntity {
  const { kind } = entity;
  const metadata = tidyStrings(entity.metadata as EntityMeta & JsonObject);
  const spec = tidyStrings(entity.spec ?? {});
  const relations = readRelations(entity);
  const inScope = evaluateFilterPredicate(scope, entity);
  // Of everything else the index needs only what it is and what it is related to.
  const isKept = inScope || kind.toLocaleLowerCase('en-US') === 'domain';

  return {
    entityRef: stringifyEntityRef(entity),
    etag: metadata.etag ?? '',
    kind,
    namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
    name: metadata.name,
    title: isKept ? metadata.title : undefined,
    type: stringOf(spec.type),
    lifecycle: stringOf(spec.lifecycle),
    ownerRef: firstTarget(relations, RELATION_OWNED_BY),
    systemRef: firstTarget(relations, RELATION_PART_OF, 'system:'),
    declaredTier: parseDeclaredTier(metadata.annotations?.[ANNOTATION_TIER]),
    definitionLength: (stringOf(entity.spec?.definition) ?? '').replace(
      /\s/g,
      '',
    ).length,
    inScope,
    metadata: isKept ? metadata : {},
    spec: isKept ? spec : {},
    relations,
  };
}

function readRelations(entity: Entity): EntityRelation[] {
  const relations = new Map<string, EntityRelation>();
  for (const { type, targetRef } of entity.relations ?? []) {
    const target = targetRef.toLocaleLowerCase('en-US');
    // Nothing that the catalog could hold has a longer one, and PostgreSQL could not index it.
    if (target.length <= MAX_REF_LENGTH) {
      relations.set(`${type} ${target}`, { type, targetRef: target });
    }
  }
  return [...relations.values()];
}

function firstTarget(
  relations: EntityRelation[],
  type: string,
  prefix: string = '',
): string | undefined {
  return relations
    .filter(r => r.type === type && r.targetRef.startsWith(prefix))
    .map(r => r.targetRef)
    .sort()[0];
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
