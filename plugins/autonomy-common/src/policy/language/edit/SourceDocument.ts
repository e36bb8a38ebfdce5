import { InputError } from '@backstage/errors';
import {
  isCollection,
  isMap,
  isSeq,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import { canonicalJson } from '../../canonicalJson';
import type { FieldPath } from '../../DocumentLines';
import { readYaml } from '../../yaml';
import { keyName, nodeAt } from '../nodeAt';
import { cut, joined } from './chunks';
import { blockOf, entriesOf, type Block, type Entry } from './entries';
import { blockValue, fieldText, flowValue } from './snippets';

/** The empty lines between entries stay where they are while entries change places. */
function changed(
  entries: readonly string[],
  change: (entries: readonly string[]) => string[],
): string[] {
  const bodies = entries.map(entry => entry.replace(/\n\s*$/, '\n'));
  const moved = change(bodies);
  return moved.length === bodies.length
    ? moved.map((body, i) => body + entries[i].slice(bodies[i].length))
    : change(entries);
}

/** A document together with its text. */
export class SourceDocument {
  readonly text: string;
  readonly document: Document.Parsed;
  /** What it says. */
  readonly data: unknown;

  /** @throws InputError where the text is no single YAML document */
  static read(text: string): SourceDocument {
    const { problem } = readYaml(text);
    if (problem) {
      throw new InputError(`The document cannot be read: ${problem.message}`);
    }
    const document = parseDocument(text, {
      keepSourceTokens: true,
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error) {
      throw new InputError(`The document cannot be read: ${error.message}`);
    }
    try {
      return new SourceDocument(text, document, document.toJS());
    } catch (cause) {
      const { message } = cause as Error;
      throw new InputError(`The document cannot be read: ${message}`);
    }
  }

  private constructor(text: string, document: Document.Parsed, data: unknown) {
    this.text = text;
    this.document = document;
    this.data = data;
  }

  /** Whether another text says just this. */
  static says(text: string, data: unknown): boolean {
    const document = parseDocument(text, { prettyErrors: false });
    return (
      document.errors.length === 0 &&
      canonicalJson(document.toJS()) === canonicalJson(data)
    );
  }

  nodeAt(path: FieldPath): Node | undefined {
    return nodeAt(this.document, path);
  }

  blockAt(path: FieldPath): Block | undefined {
    return blockOf(this.text, this.nodeAt(path));
  }

  /** The text with the entries of a block changed; undefined where it is no block, or none would be left. */
  withEntries(
    path: FieldPath,
    change: (entries: readonly string[], columns: number) => string[],
  ): string | undefined {
    const block = this.blockAt(path);
    if (!block) return undefined;
    const chunks = cut(this.text, block);
    const entries = changed(chunks.entries, entry =>
      change(entry, block.columns),
    );
    if (entries.length === 0) return undefined;
    const text = joined({ ...chunks, entries }, block.columns);
    return /\n$/.test(this.text) ? text : text.replace(/\n$/, '');
  }

  /** The text with another value at a path where something stands. */
  withValue(path: FieldPath, value: unknown): string | undefined {
    if (path.length === 0) return undefined;
    const parent = this.nodeAt(path.slice(0, -1));
    const entry = this.#entryAt(parent, path[path.length - 1]);
    if (!isCollection(parent) || entry?.valueFrom === undefined) {
      return undefined;
    }
    const { start, valueFrom, end, value: former } = entry;
    const columns = start - (this.text.lastIndexOf('\n', start - 1) + 1);
    const written = parent.flow
      ? flowValue(value, former)
      : blockValue(value, columns, former);
    const isItem = isSeq(parent) && parent.flow;
    const closing = this.text[end - 1] === '\n' ? '\n' : '';
    return [
      this.text.slice(0, valueFrom),
      isItem ? written.trimStart() : written,
      closing + this.text.slice(end),
    ].join('');
  }

  /** The text with one more field in a block. */
  withField(path: FieldPath, key: string, value: unknown): string | undefined {
    return this.withEntries(path, (entries, columns) => [
      ...entries,
      fieldText(key, value, columns),
    ]);
  }

  #entryAt(parent: Node | undefined, key: string | number): Entry | undefined {
    const index = isMap(parent)
      ? parent.items.findIndex(pair => keyName(pair) === String(key))
      : Number(key);
    const isListKey = isSeq(parent) === (typeof key === 'number');
    return isMap(parent) || isListKey ? entriesOf(parent)?.[index] : undefined;
  }
}
