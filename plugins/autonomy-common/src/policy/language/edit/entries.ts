import { isCollection, isMap, isSeq, type Node, type Pair } from 'yaml';

/** A field of a map or an item of a list, as it stands in the text. */
export interface Entry {
  value: Node | undefined;
  /** Offset of the key or dash. */
  start: number;
  /** Behind the colon or dash; undefined where something else stands before the value, such as a comment. */
  valueFrom: number | undefined;
  /** Behind the value. */
  end: number;
}

/** A collection in which every entry has lines of its own. */
export interface Block {
  entries: Entry[];
  /** Blanks before each of them. */
  columns: number;
}

interface SourceToken {
  type: string;
  offset: number;
  source: string;
}

interface SourceItem {
  start: SourceToken[];
  key?: { offset: number } | null;
  sep?: SourceToken[];
}

/** Behind the last character of a value; comments and blanks behind it do not count. */
function endOf(node: Node | undefined): number | undefined {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items[node.items.length - 1];
    return isMap(node) ? endOfPair(last as Pair) : endOf(last as Node);
  }
  return node?.range?.[1];
}

function endOfPair({ key, value }: Pair): number | undefined {
  return endOf((value ?? undefined) as Node) ?? (key as Node).range?.[1];
}

/** A comment on lines of its own goes with the value that follows; one behind the colon must stay. */
function behind(
  tokens: readonly SourceToken[] | undefined,
  type: string,
): number | undefined {
  const index = tokens?.findIndex(token => token.type === type) ?? -1;
  if (!tokens || index < 0) return undefined;
  const { offset, source } = tokens[index];
  const next = tokens
    .slice(index)
    .find(token => token.type === 'comment' || token.type === 'newline');
  return next?.type === 'comment' ? undefined : offset + source.length;
}

function hasNothingIn(node: Node | undefined): boolean {
  return node?.range === undefined || node.range?.[0] === node.range?.[1];
}

/** The entries of a collection that was parsed with its source; undefined where one is written in a rare way. */
export function entriesOf(node: Node | undefined): Entry[] | undefined {
  if (!isCollection(node)) return undefined;
  const { items = [] } = (node.srcToken ?? {}) as { items?: SourceItem[] };
  const entries = node.items.map((item: unknown, i): Entry | undefined => {
    const value = (isMap(node) ? (item as Pair).value : item) as Node | null;
    const source = items[i];
    const dash = source?.start?.find(({ type }) => type === 'seq-item-ind');
    const start = isMap(node)
      ? ((item as Pair).key as Node).range?.[0]
      : dash?.offset ?? value?.range?.[0];
    const itemFrom = node.flow
      ? value?.range?.[0]
      : behind(source?.start, 'seq-item-ind');
    const valueFrom = isMap(node)
      ? behind(source?.sep, 'map-value-ind')
      : itemFrom;
    if (start === undefined) return undefined;
    const given = value ?? undefined;
    const end = hasNothingIn(given) ? valueFrom : endOf(given);
    return { value: given, start, valueFrom, end: end ?? start };
  });
  return entries.every(entry => entry !== undefined) ? entries : undefined;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break of the line in which something ends. */
export function lineEnd(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const found = text.indexOf('\n', end);
  return found < 0 ? text.length : found + 1;
}

export function blockOf(
  text: string,
  node: Node | undefined,
): Block | undefined {
  if (!(isMap(node) || isSeq(node)) || node.flow) return undefined;
  const entries = entriesOf(node);
  if (!entries || entries.length === 0) return undefined;
  const [{ start }] = entries;
  return { entries, columns: start - lineStart(text, start) };
}
