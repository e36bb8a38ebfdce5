import {
  Document,
  isCollection,
  isScalar,
  visit,
  type Node,
  type Scalar,
} from 'yaml';

/** As long as it takes: lines are broken by authors only. */
const FORMAT = { lineWidth: 0 };

const QUOTES: readonly unknown[] = ['QUOTE_SINGLE', 'QUOTE_DOUBLE'];

/** Written in the way that the former text was, so that a change of it stays small. */
function styleFor(
  value: unknown,
  former: Node | undefined,
): Scalar['type'] | undefined {
  if (typeof value !== 'string' || !isScalar(former)) return undefined;
  const isBlock = former.type?.startsWith('BLOCK_');
  const isQuoted = QUOTES.includes(former.type) && !value.includes('\n');
  return isBlock || isQuoted ? (former.type as Scalar['type']) : undefined;
}

/** @param former - what it takes the place of */
export function nodeFor(
  document: Document,
  value: unknown,
  former?: Node,
): Node {
  const node = document.createNode(value) as Node;
  if (isScalar(node)) {
    node.type = styleFor(value, former);
    // Else the comment that stands behind the head of a block would go with the text.
    if (node.type?.startsWith('BLOCK_')) node.comment = former?.comment;
  }
  if (isCollection(node) && isCollection(former)) node.flow = former.flow;
  return node;
}

function indented(text: string, columns: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** What stands behind the colon or dash of a value in a block, with the blank before it. */
export function blockValue(
  value: unknown,
  columns: number,
  former?: Node,
): string {
  const document = new Document<Node>([]);
  document.contents = document.createNode({ k: undefined }) as Node;
  document.set('k', nodeFor(document, value, former));
  const text = document.toString(FORMAT).slice('k:'.length);
  return indented(text.replace(/\n$/, ''), columns);
}

/** What stands behind the colon of a value between `{ }` or `[ ]`. */
export function flowValue(value: unknown, former?: Node): string {
  const document = new Document<Node>([]);
  document.contents = document.createNode({}) as Node;
  const node = nodeFor(document, value, former);
  document.set('k', node);
  visit(document, {
    Collection: (_key, collection) => {
      collection.flow = true;
    },
    Scalar: (_key, scalar) => {
      if (String(scalar.value).includes('\n')) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString(FORMAT);
  return text.replace(/^\{\s*k:/, '').replace(/,?\s*\}\s*$/, '');
}

/** A field of a block, with a line break behind it. */
export function fieldText(
  key: string,
  value: unknown,
  columns: number,
): string {
  return indented(new Document({ [key]: value }).toString(FORMAT), columns);
}

/** An item of a block, with a line break behind it. */
export function itemText(value: unknown, columns: number): string {
  return indented(new Document([value]).toString(FORMAT), columns);
}
