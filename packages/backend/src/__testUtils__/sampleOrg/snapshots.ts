import {
  ANNOTATION_BOARD,
  ANNOTATION_TIER,
  catalogFacts,
  DependencyGraph,
  dependencyTargets,
  entityTier,
  parseDeclaredTier,
  type EntitySnapshot,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  RELATION_CONSUMES_API,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { CatalogGraph } from './CatalogGraph';

/** What the sample configuration says besides the catalog. */
export interface Boards {
  /** Governance domain to board, for domains without the annotation. */
  boards: Record<string, string>;
  centralBoard: string;
}

export interface SampleEntity {
  snapshot: EntitySnapshot;
  catalogFacts: JsonObject;
  teamFacts: JsonObject;
}

/** What the index of the backend derives from the whole catalog, for every Component. */
export function deriveEntities(
  entities: readonly Entity[],
  { tiers, catalog: { tools } }: Policy,
  { boards, centralBoard }: Boards,
  now: number,
): SampleEntity[] {
  const graph = CatalogGraph.create(entities);
  const dependencies = DependencyGraph.create(
    entities.map(entity => ({
      entityRef: stringifyEntityRef(entity),
      kind: entity.kind,
      domainRef: graph.domainOf(stringifyEntityRef(entity)),
      dependsOn: dependencyTargets(entity.relations ?? []),
    })),
  );
  const boardOf = (domain: string | undefined) =>
    domain && (graph.annotation(domain, ANNOTATION_BOARD) ?? boards[domain]);

  const derive = (entity: Entity): SampleEntity => {
    const { kind, metadata, spec = {} } = entity;
    const entityRef = stringifyEntityRef(entity);
    const ownerRef = graph.ownerOf(entityRef);
    const domainRef = graph.domainOf(entityRef);
    const domainBoard = boardOf(domainRef);
    const { provided, documented } = graph.apisOf(entityRef);
    const snapshot: EntitySnapshot = {
      entityRef,
      kind,
      namespace: metadata.namespace!,
      name: metadata.name,
      title: metadata.title,
      description: metadata.description,
      type: String(spec.type),
      lifecycle: String(spec.lifecycle),
      ownerRef,
      systemRef: graph.systemOf(entityRef),
      domainRef,
      boardRef: domainBoard ?? centralBoard,
      firstSeenAt: now,
      tier: entityTier(
        {
          declared: parseDeclaredTier(metadata.annotations?.[ANNOTATION_TIER]),
          radius: dependencies.blastRadius(entityRef),
        },
        tiers,
      ),
      metadata: metadata as JsonObject,
      spec,
    };
    return {
      snapshot,
      catalogFacts: catalogFacts({
        // The facts ask whether the domain has a board of its own.
        entity: { ...snapshot, boardRef: domainBoard },
        ownerExists: graph.has(ownerRef),
        apis: {
          provided: provided.length,
          documented: documented.length,
          consumed: graph.targets(entityRef, RELATION_CONSUMES_API).length,
        },
        dependents: graph.dependentsOf(entityRef),
        tools,
      }),
      teamFacts: {
        services: entities.filter(
          other =>
            other.kind === 'Component' &&
            graph.ownerOf(stringifyEntityRef(other)) === ownerRef,
        ).length,
        members: graph.targets(ownerRef, RELATION_HAS_MEMBER).length,
      },
    };
  };

  return entities.filter(({ kind }) => kind === 'Component').map(derive);
}
