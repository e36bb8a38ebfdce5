import {
  splitPolicyDocuments,
  type PolicyDocument,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { PolicySnapshot } from '../registry';
import type { PolicyText } from '../sources';
import { keyText, keyTextOf } from './keys';

/**
 * A document that counts, and the text in which it stands.
 *
 * @internal
 */
export interface DocumentInForce {
  document: PolicyDocument;
  text: PolicyText;
}

/**
 * The documents that count by key (`kind/name`): of each the last. One that takes a scorecard away is told as well.
 *
 * @internal
 */
export function documentsInForce({
  documents,
  texts,
}: Pick<PolicySnapshot, 'documents' | 'texts'>): Map<string, DocumentInForce> {
  const byPlace = new Map(texts.map(text => [text.place, text]));
  return new Map(
    documents.map(document => [
      keyTextOf(document),
      { document, text: byPlace.get(document.file)! },
    ]),
  );
}

/**
 * A document as it was written, of a text that may hold several.
 *
 * @internal
 */
export function writtenText({ document, text }: DocumentInForce): string {
  const key = keyTextOf(document);
  const parts = splitPolicyDocuments(text.yaml).filter(
    part => part.key && keyText(part.key) === key,
  );
  return parts.at(-1)?.yaml ?? text.yaml;
}

/**
 * Whether it comes from a file or an address of the configuration, so that it cannot be edited here.
 *
 * @internal
 */
export function isConfigured({ origin }: PolicyText): boolean {
  return origin.type === 'file' || origin.type === 'url';
}
