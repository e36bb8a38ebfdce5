import {
  parsePolicyFile,
  type PolicyDocument,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { contentHash } from '../../database';

/**
 * Whether a text says what a document says, whatever its layout and comments.
 *
 * @internal
 */
export function sameMeaning(yaml: string, document: PolicyDocument): boolean {
  const { documents, issues } = parsePolicyFile(yaml, '');
  return (
    issues.length === 0 &&
    documents.length === 1 &&
    meaningOf(documents[0]) === meaningOf(document)
  );
}

function meaningOf(document: PolicyDocument): string {
  const { file: _file, lines: _lines, ...said } = document;
  return contentHash(said);
}
