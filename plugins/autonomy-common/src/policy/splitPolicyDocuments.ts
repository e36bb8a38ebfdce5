import { isScalar, type Document } from 'yaml';
import type { PolicyDocumentKey, PolicyDocumentKind } from '../api';
import { readYaml } from './yaml';

const KINDS: Readonly<Record<string, PolicyDocumentKind>> = {
  Policy: 'policy',
  Scorecard: 'scorecard',
  Overlay: 'overlay',
};

/** One document of a text, as it was written. @public */
export interface PolicyDocumentPart {
  /** With its comments, without the `---` in front of it. */
  yaml: string;
  /** On which line of the text it begins; 1 is the first. */
  line: number;
  /** What it says it is; absent where it does not. */
  key?: PolicyDocumentKey;
  /** The governance domain that an overlay names, in lower case. */
  domain?: string;
}

function textAt(
  document: Document.Parsed,
  path: readonly string[],
): string | undefined {
  const node = document.getIn(path, true);
  return isScalar(node) && typeof node.value === 'string'
    ? node.value
    : undefined;
}

function keyOf(document: Document.Parsed): PolicyDocumentKey | undefined {
  const kind = textAt(document, ['kind']);
  const name = textAt(document, ['metadata', 'name']);
  if (kind === undefined || name === undefined || !Object.hasOwn(KINDS, kind)) {
    return undefined;
  }
  return { kind: KINDS[kind], name };
}

/**
 * The documents of a text one by one, whatever mistakes they hold. Those without content are left out; a text that is
 * not read at all stays whole.
 *
 * @public
 */
export function splitPolicyDocuments(text: string): PolicyDocumentPart[] {
  const { documents, counter, problem } = readYaml(text);
  if (problem) return [{ yaml: text, line: 1 }];
  let end = 0;
  return documents.flatMap(document => {
    const from = end;
    end = document.range[2];
    const isEmpty =
      document.errors.length === 0 &&
      (document.contents === null ||
        (isScalar(document.contents) && document.contents.value === null));
    if (isEmpty) return [];
    const marker = /^\s*---[ \t]*(?:\r?\n|$)/.exec(text.slice(from, end));
    const start = from + (marker?.[0].length ?? 0);
    const key = keyOf(document);
    const domain =
      key?.kind === 'overlay'
        ? textAt(document, ['metadata', 'domain'])?.toLowerCase()
        : undefined;
    return [
      {
        yaml: text.slice(start, end),
        line: counter.linePos(start).line,
        ...(key && { key }),
        ...(domain !== undefined && { domain }),
      },
    ];
  });
}
