import {
  catalogFacts,
  DependencyGraph,
  dependencyTargets,
  entityTier,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { inTurns } from '../../tasks/inTurns';
import type { EntityContext } from '../types';
import { CatalogView, type EntityNode } from './CatalogView';
import { countApis, countDependencies, countDependents } from './dependents';
import { boardOf, domainChainOf, domainOf } from './governance';
import { snapshotOf } from './snapshotOf';
import { TeamLoad } from './TeamLoad';

/** Walking the dependents of one takes some hundredths of a millisecond, or much more of a hub. */
const ENTITIES_PER_TURN = 50;

/**
 * What contexts depend on besides the catalog.
 *
 * @internal
 */
export interface ContextSettings {
  tiers: Policy['tiers'];
  catalog: Policy['catalog'];
  /** Governance domain to board. */
  boards: ReadonlyMap<string, string>;
  centralBoard?: string;
}

/**
 * What the whole catalog says about each entity in scope.
 *
 * @internal
 */
export async function deriveContexts(
  nodes: readonly EntityNode[],
  settings: ContextSettings,
): Promise<Map<string, EntityContext>> {
  const { tools, minDefinitionLength } = settings.catalog;
  const view = CatalogView.create(nodes);
  const team = TeamLoad.create(view);
  const graph = DependencyGraph.create(
    nodes.map(node => ({
      entityRef: node.entityRef,
      kind: node.kind,
      domainRef: domainOf(view, node),
      dependsOn: dependencyTargets(node.relations),
    })),
  );

  const derive = (node: EntityNode): EntityContext => {
    const domainRef = domainOf(view, node);
    const domainChain = domainChainOf(view, domainRef);
    const domainBoard = boardOf(view, domainChain, settings.boards);
    const tier = entityTier(
      {
        declared: node.declaredTier,
        radius: graph.blastRadius(node.entityRef),
      },
      settings.tiers,
    );
    return {
      domainRef,
      domainChain,
      boardRef: domainBoard ?? settings.centralBoard,
      tier,
      catalogFacts: catalogFacts({
        // The facts ask whether the domain has a board of its own.
        entity: snapshotOf(node, {
          domainRef,
          domainChain,
          boardRef: domainBoard,
          tier,
        }),
        ownerExists: view.get(node.ownerRef) !== undefined,
        apis: countApis(view, node, minDefinitionLength),
        dependencies: countDependencies(view, node),
        dependents: countDependents(view, node, minDefinitionLength),
        tools,
      }),
      teamFacts: node.ownerRef ? team.facts(node.ownerRef) : undefined,
    };
  };

  const contexts = new Map<string, EntityContext>();
  const scope = nodes.filter(node => node.inScope);
  for await (const node of inTurns(scope, ENTITIES_PER_TURN)) {
    contexts.set(node.entityRef, derive(node));
  }
  return contexts;
}
