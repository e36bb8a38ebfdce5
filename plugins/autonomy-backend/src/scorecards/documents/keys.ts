import {
  POLICY_DOCUMENT_KINDS,
  type PolicyDocument,
  type PolicyDocumentKey,
  type PolicyDocumentKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const KINDS: Record<PolicyDocument['kind'], PolicyDocumentKind> = {
  Policy: 'policy',
  Scorecard: 'scorecard',
  DisabledScorecard: 'scorecard',
  Overlay: 'overlay',
};

/**
 * `kind/name`
 *
 * @internal
 */
export function keyText({ kind, name }: PolicyDocumentKey): string {
  return `${kind}/${name}`;
}

/**
 * @internal
 */
export function keyOf({ kind, name }: PolicyDocument): PolicyDocumentKey {
  return { kind: KINDS[kind], name };
}

/**
 * Of a document; one that takes a scorecard away is known by its name, as the scorecard is.
 *
 * @internal
 */
export function keyTextOf(document: PolicyDocument): string {
  return keyText(keyOf(document));
}

/**
 * For sorting: kinds in the order in which they build on each other, then names.
 *
 * @internal
 */
export function compareKeys(a: PolicyDocumentKey, b: PolicyDocumentKey) {
  const kinds = POLICY_DOCUMENT_KINDS;
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    Number(a.name > b.name) - Number(a.name < b.name)
  );
}
