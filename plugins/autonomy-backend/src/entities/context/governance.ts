import { ANNOTATION_BOARD } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { CatalogView, EntityNode } from './CatalogView';

/**
 * The governance domain of an entity: the Domain of its System, of itself if it is a System, or itself
 * if it is a Domain.
 *
 * @internal
 */
export function domainOf(
  view: CatalogView,
  node: EntityNode,
): string | undefined {
  switch (node.kind.toLocaleLowerCase('en-US')) {
    case 'domain':
      return node.entityRef;
    case 'system':
      return domainAround(view, node.entityRef);
    default:
      return node.systemRef && domainAround(view, node.systemRef);
  }
}

/**
 * A domain and those it is a subdomain of, nearest first. Whoever writes a circle gets each of them once.
 *
 * @internal
 */
export function domainChainOf(
  view: CatalogView,
  domainRef: string | undefined,
): string[] {
  const chain = new Set<string>();
  let ref = domainRef;
  while (ref && !chain.has(ref)) {
    chain.add(ref);
    ref = domainAround(view, ref);
  }
  return [...chain];
}

/** The domain that a System or a Domain is part of. */
function domainAround(
  view: CatalogView,
  entityRef: string,
): string | undefined {
  return view
    .targets(entityRef, RELATION_PART_OF)
    .filter(ref => ref.startsWith('domain:'))
    .sort()[0];
}

/**
 * The nearest board of a chain of governance domains: of each the annotation on the Domain, else the
 * configured one.
 *
 * @internal
 */
export function boardOf(
  view: CatalogView,
  domainChain: readonly string[],
  boards: ReadonlyMap<string, string>,
): string | undefined {
  for (const domainRef of domainChain) {
    const annotations = view.get(domainRef)?.metadata.annotations as
      | JsonObject
      | undefined;
    const board =
      parseGroupRef(annotations?.[ANNOTATION_BOARD]) ?? boards.get(domainRef);
    if (board) {
      return board;
    }
  }
  return undefined;
}

/** An annotation is anybody's text, so a malformed one counts as none. */
function parseGroupRef(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(value, { defaultKind: 'group' }));
  } catch {
    return undefined;
  }
}
