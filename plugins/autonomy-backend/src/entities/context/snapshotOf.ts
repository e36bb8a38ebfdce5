import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityContext } from '../types';
import type { EntityNode } from './CatalogView';

/**
 * An entity as the engine sees it.
 *
 * @internal
 */
export function snapshotOf(
  node: Omit<
    EntityNode,
    'relations' | 'definitionLength' | 'inScope' | 'declaredTier'
  >,
  context: Pick<
    EntityContext,
    'domainRef' | 'domainChain' | 'boardRef' | 'tier'
  >,
): EntitySnapshot {
  const { metadata } = node;
  return {
    entityRef: node.entityRef,
    kind: node.kind,
    namespace: node.namespace,
    name: node.name,
    title: node.title,
    description:
      typeof metadata.description === 'string'
        ? metadata.description
        : undefined,
    type: node.type,
    lifecycle: node.lifecycle,
    ownerRef: node.ownerRef,
    systemRef: node.systemRef,
    domainRef: context.domainRef,
    domainChain: context.domainChain,
    boardRef: context.boardRef,
    firstSeenAt: node.firstSeenAt,
    tier: context.tier,
    metadata,
    spec: node.spec,
  };
}
