import type { JsonObject } from '@backstage/types';
import type { EntitySnapshot, Policy } from '../../model';

/**
 * What the facts of collector `catalog` are made of, besides the entity itself.
 * @public
 */
export interface CatalogFactsInput {
  entity: EntitySnapshot;
  /** Whether the owner is an entity of the catalog. */
  ownerExists: boolean;
  /** APIs of the entity; `documented` are provided ones with a definition. */
  apis: { provided: number; documented: number; consumed: number };
  /** What it depends on directly, the APIs that it consumes included. */
  dependencies: { total: number };
  /** Direct dependents; `crossTeam` have another owner. */
  dependents: {
    total: number;
    crossTeam: number;
    /** Cross-team dependents that reach the entity without a documented API. */
    crossTeamUndocumented: number;
  };
  /** `policy.catalog.tools` */
  tools: Policy['catalog']['tools'];
}

const DEPENDENCY_FIELDS = [
  'dependsOn',
  'dependencyOf',
  'consumesApis',
  'providesApis',
];

function declaresDependencies({ spec }: EntitySnapshot): boolean {
  return DEPENDENCY_FIELDS.some(field => Array.isArray(spec[field]));
}

function linkedTools(
  { metadata }: EntitySnapshot,
  tools: Policy['catalog']['tools'],
): JsonObject {
  const annotations = (metadata.annotations ?? {}) as JsonObject;
  return Object.fromEntries(
    Object.entries(tools).map(([kind, names]) => [
      kind,
      names.some(name => Boolean(annotations[name])),
    ]),
  );
}

/**
 * Facts of collector `catalog`: what the catalog alone tells about an entity. Texts that the
 * entity lacks are empty. The blast radius is known after a complete sweep, for an entity that
 * something depends on or that declares its dependencies, even as an empty list.
 * @public
 */
export function catalogFacts(input: CatalogFactsInput): JsonObject {
  const { entity, ownerExists, apis, dependencies, dependents, tools } = input;
  const { tier, metadata } = entity;
  return {
    owner: { exists: ownerExists, ref: entity.ownerRef ?? '' },
    kind: entity.kind,
    type: entity.type ?? '',
    lifecycle: entity.lifecycle ?? '',
    description: entity.description ?? '',
    tags: Array.isArray(metadata.tags) ? metadata.tags : [],
    system: { ref: entity.systemRef ?? '' },
    domain: {
      ref: entity.domainRef ?? '',
      hasBoard: Boolean(entity.domainRef && entity.boardRef),
    },
    apis: { ...apis },
    dependencies: { ...dependencies },
    dependents: { ...dependents },
    blastRadius: {
      known:
        tier.computed !== undefined &&
        (tier.dependents > 0 || declaresDependencies(entity)),
      dependents: tier.dependents,
      domains: tier.dependentDomains,
    },
    tier: tier.effective,
    tools: linkedTools(entity, tools),
  };
}
