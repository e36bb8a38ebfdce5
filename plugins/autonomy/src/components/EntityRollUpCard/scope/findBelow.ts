import {
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** The backend takes no more values of one filter. */
const MOST_REFS = 50;

const BELOW: Record<string, string> = {
  group: RELATION_PARENT_OF,
  domain: RELATION_HAS_PART,
};

export interface Below {
  /** Refs of the groups or domains, level by level. */
  refs: string[];
  /** There are more than one request can name. */
  isCut: boolean;
}

/**
 * The groups below a group or the domains below a domain, as far down as they go. Whoever writes a
 * circle gets each of them once.
 *
 * @param read - reads entities with their relations; undefined where the reader sees none
 */
export async function findBelow(
  entity: Entity,
  read: (refs: string[]) => Promise<(Entity | undefined)[]>,
): Promise<Below> {
  const top = stringifyEntityRef(entity);
  const found = new Set([top]);
  let level = [entity];
  let isCut = false;
  while (level.length > 0 && !isCut) {
    const refs = [...new Set(level.flatMap(directlyBelow))].filter(
      ref => !found.has(ref),
    );
    const room = MOST_REFS - found.size;
    isCut = refs.length > room;
    refs.slice(0, room).forEach(ref => found.add(ref));
    level =
      refs.length > 0 && !isCut
        ? (await read(refs)).flatMap(item => item ?? [])
        : [];
  }
  return { refs: [...found].filter(ref => ref !== top), isCut };
}

function directlyBelow({ kind, relations = [] }: Entity): string[] {
  const own = kind.toLocaleLowerCase('en-US');
  return relations
    .filter(({ type }) => type === BELOW[own])
    .map(({ targetRef }) => targetRef)
    .filter(ref => parseEntityRef(ref).kind === own);
}
