import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Tier } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';
import type { EntityNode } from './context';
import { searchRows } from './searchRows';
import type { EntityContext, EntityRelation, IndexedEntity } from './types';

/** PostgreSQL refuses index entries beyond some 2,700 bytes, and a title may have any length. */
const MAX_SORT_LENGTH = 200;

/**
 * @internal
 */
export interface EntityRow {
  entity_ref: string;
  etag: string;
  indexed_as: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  declared_tier: number | null;
  definition_length: number;
  in_scope: boolean;
  sort_name: string;
  search_text: string;
  metadata: string;
  spec: string;
  first_seen_at: number;
}

/**
 * @internal
 */
export interface ContextRow {
  entity_ref: string;
  domain_ref: string | null;
  domain_chain: string | null;
  board_ref: string | null;
  tier: number;
  computed_tier: number | null;
  dependents: number;
  dependent_domains: number;
  catalog_facts: string;
  team_facts: string | null;
  confirmed_at: number;
}

/**
 * @internal
 */
export function toEntityRow(
  entity: IndexedEntity,
  indexedAs: string,
  firstSeenAt: number,
): EntityRow {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  return {
    entity_ref: entity.entityRef,
    etag: entity.etag,
    indexed_as: indexedAs,
    kind: entity.kind,
    namespace: entity.namespace,
    name: entity.name,
    title: entity.title ?? null,
    type: entity.type ?? null,
    lifecycle: entity.lifecycle ?? null,
    owner_ref: entity.ownerRef ?? null,
    system_ref: entity.systemRef ?? null,
    declared_tier: entity.declaredTier ?? null,
    definition_length: entity.definitionLength,
    in_scope: entity.inScope,
    sort_name: lower(entity.title ?? entity.name).slice(0, MAX_SORT_LENGTH),
    search_text: lower(`${entity.name}\n${entity.title ?? ''}`),
    metadata: JSON.stringify(entity.metadata),
    spec: JSON.stringify(entity.spec),
    first_seen_at: firstSeenAt,
  };
}

/**
 * @internal
 */
export function toSearchRows(entity: IndexedEntity) {
  if (!entity.inScope) {
    return [];
  }
  const ownerRefs = ownerRefsOf(entity.relations);
  return searchRows({ ...entity, ownerRefs }).map(({ key, value }) => ({
    entity_ref: entity.entityRef,
    key,
    value: value ?? null,
  }));
}

/**
 * @internal
 */
export function toNode(
  row: EntityRow,
  relations: EntityRelation[],
): EntityNode {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title ?? undefined,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    declaredTier: (row.declared_tier ?? undefined) as Tier | undefined,
    definitionLength: row.definition_length,
    inScope: Boolean(row.in_scope),
    firstSeenAt: Number(row.first_seen_at),
    metadata: JSON.parse(row.metadata),
    spec: JSON.parse(row.spec),
    relations,
  };
}

/**
 * @internal
 */
export function toContextRow(
  entityRef: string,
  context: EntityContext,
  now: number,
): ContextRow {
  return {
    entity_ref: entityRef,
    domain_ref: context.domainRef ?? null,
    domain_chain: JSON.stringify(context.domainChain),
    board_ref: context.boardRef ?? null,
    tier: context.tier.effective,
    computed_tier: context.tier.computed ?? null,
    dependents: context.tier.dependents,
    dependent_domains: context.tier.dependentDomains,
    catalog_facts: JSON.stringify(context.catalogFacts),
    team_facts: context.teamFacts ? JSON.stringify(context.teamFacts) : null,
    confirmed_at: now,
  };
}

/**
 * @internal
 */
export function toContext(
  row: ContextRow & Pick<EntityRow, 'declared_tier'>,
): EntityContext {
  return {
    domainRef: row.domain_ref ?? undefined,
    domainChain: domainChainOf(row),
    boardRef: row.board_ref ?? undefined,
    tier: {
      declared: (row.declared_tier ?? undefined) as Tier | undefined,
      computed: (row.computed_tier ?? undefined) as Tier | undefined,
      effective: row.tier as Tier,
      dependents: row.dependents,
      dependentDomains: row.dependent_domains,
    },
    catalogFacts: JSON.parse(row.catalog_facts) as JsonObject,
    teamFacts: row.team_facts
      ? (JSON.parse(row.team_facts) as JsonObject)
      : undefined,
  };
}

/**
 * @internal
 */
export function toRecord(
  row: EntityRow & ContextRow,
  ownerRefs: string[],
): EntityRecord {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    ownerRefs,
    metadata: JSON.parse(row.metadata),
    spec: JSON.parse(row.spec),
    domainRef: row.domain_ref ?? undefined,
    tier: row.tier as Tier,
  };
}

/** A context from before chains were kept knows the nearest domain only. */
function domainChainOf({ domain_chain: chain, domain_ref: ref }: ContextRow) {
  if (chain !== null) {
    return JSON.parse(chain) as string[];
  }
  return ref === null ? [] : [ref];
}

function ownerRefsOf(relations: readonly EntityRelation[]): string[] {
  return relations
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef);
}
