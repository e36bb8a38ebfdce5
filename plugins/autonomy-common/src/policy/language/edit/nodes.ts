import { isCollection, isMap, isSeq, type Document, type Node } from 'yaml';
import type { FieldPath } from '../../DocumentLines';
import { keyName } from '../nodeAt';
import { nodeFor } from './snippets';
import { withValueAt } from './values';

/** The path with the keys as they stand in the document: figures are figures there. */
export function keysIn(document: Document.Parsed, path: FieldPath): unknown[] {
  let node: unknown = document.contents;
  return path.map(key => {
    const pair = isMap(node)
      ? node.items.find(item => keyName(item) === String(key))
      : undefined;
    node = isSeq(node) ? node.items[Number(key)] : pair?.value;
    return pair?.key ?? key;
  });
}

/** Sets or removes a field of the nodes of a document. */
export function setIn(
  document: Document.Parsed,
  path: FieldPath,
  value: unknown,
) {
  const keys = keysIn(document, path);
  if (value === undefined) {
    document.deleteIn(keys);
    return;
  }
  const former = document.getIn(keys, true) as Node | undefined;
  const node = nodeFor(document, value);
  node.comment = former?.comment;
  node.commentBefore = former?.commentBefore;
  if (keys.length === 0) {
    document.contents = node as typeof document.contents;
    return;
  }
  const known = keys.findIndex(
    (_, i) => !isCollection(document.getIn(keys.slice(0, i + 1), true)),
  );
  if (known < 0 || known >= keys.length - 1) document.setIn(keys, node);
  else {
    const inner = withValueAt(undefined, path.slice(known + 1), value);
    document.setIn(keys.slice(0, known + 1), document.createNode(inner));
  }
}
