import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { EntityRecord } from '@aligned-autonomy/backstage-plugin-autonomy-node';

/**
 * One thing that a permission condition can ask of an entity.
 *
 * @internal
 */
export interface SearchRow {
  /** Lower case. */
  key: string;
  /** Lower case; undefined where it is empty or too long to compare. */
  value?: string;
}

/** The catalog's own limits, so that a condition means the same in both places. */
const MAX_KEY_LENGTH = 200;
const MAX_VALUE_LENGTH = 200;

/** Keys that the catalog does not offer for filtering. */
const OMITTED = new Set(['metadata.uid', 'metadata.etag']);

/**
 * The pairs of key and value that conditions are matched with, as the catalog makes them of its
 * entities: one for each leaf, and `<path>.<item>: true` for each text in a list.
 *
 * @internal
 */
export function searchRows(
  entity: Pick<
    EntityRecord,
    'kind' | 'namespace' | 'metadata' | 'spec' | 'ownerRefs'
  >,
): SearchRow[] {
  const rows = new Map<string, SearchRow>();
  const add = (path: string, leaf: unknown) => {
    const key = path.toLocaleLowerCase('en-US');
    if (key.length > MAX_KEY_LENGTH || OMITTED.has(key)) {
      return;
    }
    const value = comparable(leaf);
    rows.set(`${key}\n${value === undefined ? '' : `=${value}`}`, {
      key,
      value,
    });
  };

  add('kind', entity.kind);
  visit('metadata', { namespace: entity.namespace, ...entity.metadata }, add);
  visit('spec', entity.spec, add);
  for (const ownerRef of entity.ownerRefs) {
    add(`relations.${RELATION_OWNED_BY}`, ownerRef);
  }
  return [...rows.values()];
}

function visit(
  path: string,
  node: unknown,
  add: (path: string, leaf: unknown) => void,
): void {
  if (Array.isArray(node)) {
    for (const item of node) {
      visit(path, item, add);
      if (typeof item === 'string') {
        add(`${path}.${item}`, true);
      }
    }
  } else if (node && typeof node === 'object') {
    for (const [key, inner] of Object.entries(node)) {
      visit(`${path}.${key}`, inner, add);
    }
  } else {
    add(path, node);
  }
}

function comparable(leaf: unknown): string | undefined {
  if (leaf === undefined || leaf === null) {
    return undefined;
  }
  const value = String(leaf).toLocaleLowerCase('en-US');
  return value.length <= MAX_VALUE_LENGTH ? value : undefined;
}
