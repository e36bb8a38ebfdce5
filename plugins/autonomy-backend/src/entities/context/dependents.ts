import {
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import type { CatalogView, EntityNode } from './CatalogView';

/**
 * @internal
 */
export interface ApiCounts {
  provided: number;
  /** Provided ones with a definition. */
  documented: number;
  consumed: number;
}

/**
 * @internal
 */
export function countApis(
  view: CatalogView,
  node: EntityNode,
  minDefinitionLength: number,
): ApiCounts {
  const provided = providedApis(view, node);
  return {
    provided: provided.length,
    documented: provided.filter(ref =>
      isDocumented(view.get(ref), minDefinitionLength),
    ).length,
    consumed: view.targets(node.entityRef, RELATION_CONSUMES_API).length,
  };
}

/**
 * @internal
 */
export interface DependentCounts {
  /** Entities that depend on it directly, or consume an API that it provides. */
  total: number;
  /** Those with another owner. */
  crossTeam: number;
  /** Those of another owner that consume no documented API of it. */
  crossTeamUndocumented: number;
}

/**
 * @internal
 */
export function countDependents(
  view: CatalogView,
  node: EntityNode,
  minDefinitionLength: number,
): DependentCounts {
  const dependents = new Set(view.sources(node.entityRef, RELATION_DEPENDS_ON));
  const documented = new Set<string>();
  for (const api of providedApis(view, node)) {
    for (const consumer of view.sources(api, RELATION_CONSUMES_API)) {
      dependents.add(consumer);
      if (isDocumented(view.get(api), minDefinitionLength)) {
        documented.add(consumer);
      }
    }
  }
  dependents.delete(node.entityRef);

  const crossTeam = [...dependents].filter(
    ref => view.get(ref)?.ownerRef !== node.ownerRef,
  );
  return {
    total: dependents.size,
    crossTeam: crossTeam.length,
    crossTeamUndocumented: crossTeam.filter(ref => !documented.has(ref)).length,
  };
}

/**
 * What an entity depends on directly, the APIs that it consumes included.
 *
 * @internal
 */
export function countDependencies(
  view: CatalogView,
  { entityRef }: EntityNode,
): { total: number } {
  const targets = new Set([
    ...view.targets(entityRef, RELATION_DEPENDS_ON),
    ...view.targets(entityRef, RELATION_CONSUMES_API),
  ]);
  targets.delete(entityRef);
  return { total: targets.size };
}

/** A word such as "TBD" satisfies the catalog and helps nobody. */
function isDocumented(
  api: EntityNode | undefined,
  minDefinitionLength: number,
): boolean {
  return api !== undefined && api.definitionLength >= minDefinitionLength;
}

/** The relation is kept at both ends, and either end may be stitched first. */
function providedApis(view: CatalogView, node: EntityNode): string[] {
  return [
    ...new Set([
      ...view.targets(node.entityRef, RELATION_PROVIDES_API),
      ...view.sources(node.entityRef, RELATION_API_PROVIDED_BY),
    ]),
  ];
}
