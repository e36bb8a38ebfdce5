import { isScalar, type Document, type LineCounter, type Scalar } from 'yaml';
import type { FieldPath } from '../DocumentLines';
import type { PolicyIssue } from '../PolicyIssue';
import { readYaml } from '../yaml';
import { alignScalar } from './alignScalar';
import { fieldPath } from './fieldPath';
import { nodeAt } from './nodeAt';

/** Expressions say themselves where their mistake is. */
const CHARACTER = / \(at character (\d+)\)$/;

/** A place in a text: lines and columns start at 1, columns count UTF-16 units. @public */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Where the values of a YAML text stand, character by character.
 * @public
 */
export class DocumentPositions {
  readonly #yaml: string;
  readonly #documents: readonly Document.Parsed[];
  readonly #counter: LineCounter;

  static create(yaml: string): DocumentPositions {
    return new DocumentPositions(yaml);
  }

  private constructor(yaml: string) {
    this.#yaml = yaml;
    // Of a text that is not read for its size or depth there are none.
    const { documents, counter } = readYaml(yaml);
    this.#counter = counter;
    this.#documents = documents;
  }

  /**
   * @param path - of a field, from the root of its document
   * @param offset - of a character of its value, from 0; the length of the value is the place behind it
   * @param line - any line of the document that is meant, where the text holds several; the first unless told
   * @returns undefined where it cannot be told, as behind an alias
   */
  find(
    path: FieldPath,
    offset: number = 0,
    line: number = 1,
  ): TextPosition | undefined {
    const document = this.#documentOf(line);
    const node = document && nodeAt(document, path);
    if (!node?.range) return undefined;
    const [start, end] = node.range;
    if (!isScalar(node)) {
      return offset === 0 ? this.#positionOf(start) : undefined;
    }
    const source = this.#yaml.slice(start, end);
    // What is no text, such as 0.5, counts as it is written.
    const value = typeof node.value === 'string' ? node.value : source;
    const offsets = alignScalar(source, value, node.type as Scalar['type']);
    const found = offsets?.[offset];
    return found === undefined ? undefined : this.#positionOf(start + found);
  }

  /**
   * Where an issue of this text stands: at the character of an expression that its message names, else where the
   * value of its field begins.
   *
   * @returns undefined where only the line is known, as of a value that begins further down
   */
  ofIssue({
    field,
    line,
    message,
  }: Pick<PolicyIssue, 'field' | 'line' | 'message'>):
    | TextPosition
    | undefined {
    if (field === '') return undefined;
    const character = CHARACTER.exec(message)?.[1];
    const offset = character === undefined ? 0 : Number(character) - 1;
    const place = this.find(fieldPath(field), offset, line);
    const isMeant = character !== undefined || place?.line === line;
    return isMeant ? place : undefined;
  }

  #documentOf(line: number): Document.Parsed | undefined {
    const before = this.#documents.filter(
      ({ range }) => this.#positionOf(range[0]).line <= line,
    );
    return before[before.length - 1] ?? this.#documents[0];
  }

  #positionOf(offset: number): TextPosition {
    const { line, col } = this.#counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/**
 * Where a character of a field's value stands in a YAML text. Whoever asks for several uses
 * {@link DocumentPositions}, which reads the text once.
 *
 * @param path - of the field, from the root of the first document
 * @param offset - of the character, from 0
 * @public
 */
export function positionIn(
  yaml: string,
  path: FieldPath,
  offset: number = 0,
): TextPosition | undefined {
  return DocumentPositions.create(yaml).find(path, offset);
}
