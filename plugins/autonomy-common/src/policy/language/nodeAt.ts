import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { FieldPath } from '../DocumentLines';

/** A key of a map as paths name it: figures are keys too, such as those of `rights.byLevel`. */
export function keyName({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** The field of a map, or the item of a list, below a node. */
function childOf(node: unknown, key: string | number): Node | undefined {
  if (isMap(node)) {
    const pair = node.items.find(item => keyName(item) === String(key));
    return (pair?.value ?? undefined) as Node | undefined;
  }
  return isSeq(node) && typeof key === 'number'
    ? (node.items[key] as Node | undefined)
    : undefined;
}

/** What stands at a path; undefined where nothing does, or where an alias stands in for it. */
export function nodeAt(
  document: Document.Parsed,
  path: FieldPath,
): Node | undefined {
  let node: Node | undefined = document.contents ?? undefined;
  for (const key of path) {
    if (!isCollection(node)) return undefined;
    node = childOf(node, key);
  }
  return node;
}
