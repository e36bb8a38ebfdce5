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
      return domainOfSystem(view, node.entityRef);
    default:
      return node.systemRef && domainOfSystem(view, node.systemRef);
  }
}

function domainOfSystem(
  view: CatalogView,
  systemRef: string,
): string | undefined {
  return view
    .targets(systemRef, RELATION_PART_OF)
    .filter(ref => ref.startsWith('domain:'))
    .sort()[0];
}

/**
 * The board of a governance domain: the annotation on the Domain, else the configured one.
 *
 * @internal
 */
export function boardOf(
  view: CatalogView,
  domainRef: string | undefined,
  boards: ReadonlyMap<string, string>,
): string | undefined {
  if (!domainRef) {
    return undefined;
  }
  const annotations = view.get(domainRef)?.metadata.annotations as
    | JsonObject
    | undefined;
  return (
    parseGroupRef(annotations?.[ANNOTATION_BOARD]) ?? boards.get(domainRef)
  );
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
