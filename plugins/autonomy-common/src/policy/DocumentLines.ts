import { isMap, isScalar, isSeq, type Document, type LineCounter } from 'yaml';

/** Keys and list positions from the root of a document to a field. @public */
export type FieldPath = readonly (string | number)[];

/** A name as long as a book is none; what is left of it tells which it was. */
const KEY_LENGTH = 80;

function shownKey(key: string): string {
  return key.length > KEY_LENGTH ? `${key.slice(0, KEY_LENGTH - 3)}...` : key;
}

/** `spec.checks[3].weight` */
export function formatPath(path: FieldPath): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${shownKey(key)}`))
    .join('')
    .replace(/^\./, '');
}

/** On which line of a file each field of a document stands. @public */
export class DocumentLines {
  readonly #lines = new Map<string, number>();

  /** @internal */
  static create(
    document: Document.Parsed,
    counter: LineCounter,
  ): DocumentLines {
    const result = new DocumentLines();
    const lineOf = (offset: number | undefined) =>
      counter.linePos(offset ?? document.range[0]).line;
    const visit = (node: unknown, path: FieldPath) => {
      if (isMap(node)) {
        for (const { key, value } of node.items) {
          const name = isScalar(key) ? String(key.value) : String(key);
          const offset = isScalar(key) ? key.range?.[0] : undefined;
          result.#lines.set(formatPath([...path, name]), lineOf(offset));
          visit(value, [...path, name]);
        }
      } else if (isSeq(node)) {
        node.items.forEach((item, i) => {
          const offset = (item as { range?: [number] } | null)?.range?.[0];
          result.#lines.set(formatPath([...path, i]), lineOf(offset));
          visit(item, [...path, i]);
        });
      }
    };
    const content = document.contents as { range?: [number] } | null;
    result.#lines.set('', lineOf(content?.range?.[0]));
    visit(document.contents, []);
    return result;
  }

  /** The line of a field, or of the nearest field around it. */
  lineOf(path: FieldPath): number {
    for (let length = path.length; length > 0; length--) {
      const line = this.#lines.get(formatPath(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return this.#lines.get('') ?? 1;
  }
}
