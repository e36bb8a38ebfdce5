import { InputError } from '@backstage/errors';
import type { Document } from 'yaml';
import { formatPath, type FieldPath } from '../../DocumentLines';
import { SourceDocument } from './SourceDocument';

/** One change, told three ways. */
export interface Edit {
  /** Of what the document says. */
  data: (data: any) => unknown;
  /** Of its text, so that everything else stays as it is; undefined where that is not simple. */
  text: (source: SourceDocument) => string | undefined;
  /** Of its nodes: comments stay, and the layout is as the YAML library likes it. */
  nodes: (document: Document.Parsed) => void;
}

/** @throws InputError where the change cannot be made on its own */
export function applyEdit(yaml: string, path: FieldPath, edit: Edit): string {
  const source = SourceDocument.read(yaml);
  const expected = edit.data(source.data);
  const text = edit.text(source);
  if (text !== undefined && SourceDocument.says(text, expected)) return text;
  const { document } = SourceDocument.read(yaml);
  edit.nodes(document);
  const rewritten = document.toString({ lineWidth: 0 });
  if (SourceDocument.says(rewritten, expected)) return rewritten;
  throw new InputError(
    `${formatPath(
      path,
    )} cannot be changed on its own, because it is shared by an alias: change the text`,
  );
}
