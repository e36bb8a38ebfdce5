import {
  declaredFacts,
  insertItem,
  moveItem,
  removeItem,
  type KnownFact,
  type PolicyDraft,
  type PolicyVerdict,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useMemo, useRef } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { resolve, valueAt, type Address } from './document/address';
import { editAt } from './document/edits';
import type { Editing } from './document/Editing';
import { readDocument } from './document/readDocument';
import { useInForce } from './inForce/useInForce';
import { issueAt } from './verdict/issueAt';

const NO_FACTS: KnownFact[] = [];

export interface DraftEditingOptions {
  draft: PolicyDraft;
  yaml: string;
  setYaml: (change: (yaml: string) => string) => void;
  mayWrite: boolean;
  /** Of the text at hand; undefined while it is of another. */
  verdict?: PolicyVerdict;
}

/** How the forms see and change the text, which alone is what is saved. */
export function useDraftEditing(options: DraftEditingOptions): {
  editing: Editing;
  /** Why the text cannot be read. */
  mistake?: string;
} {
  const { draft, mayWrite, setYaml, verdict, yaml } = options;
  const api = useApi(autonomyPolicyApiRef);
  const inForce = useInForce(draft);
  const { value: known } = useAsync(() => api.listFacts(), [api]);
  const facts = known?.items ?? NO_FACTS;
  const schemas = useMemo(() => declaredFacts(facts), [facts]);
  const read = useMemo(
    () => readDocument(yaml, draft.kind),
    [draft.kind, yaml],
  );
  const last = useRef(read.document ?? {});
  if (read.document) last.current = read.document;
  const document = last.current;
  const issues = verdict?.issues ?? [];

  /** Forms say nothing while the text cannot be read, and a text that became unreadable meanwhile stays as it is. */
  const edit = (change: (text: string) => string) =>
    setYaml(current =>
      readDocument(current, draft.kind).document ? change(current) : current,
    );

  const isInForce = (address: Address, value: JsonValue | undefined) =>
    draft.kind !== 'scorecard' &&
    value === valueAt({ spec: inForce.spec }, address);

  return {
    mistake: read.mistake,
    editing: {
      document,
      inForce,
      facts,
      schemas,
      isReadOnly: !mayWrite || read.mistake !== undefined,
      issueAt: address => {
        const { missing, path } = resolve(document, address);
        return missing.length > 0 ? undefined : issueAt(issues, path);
      },
      // What holds anyway need not be said.
      set: (address, value) =>
        edit(text =>
          editAt(text, address, isInForce(address, value) ? undefined : value),
        ),
      insert: (path, index, value) =>
        edit(text => insertItem(text, path, index, value)),
      remove: (path, index) => edit(text => removeItem(text, path, index)),
      move: (path, from, to) => edit(text => moveItem(text, path, from, to)),
    },
  };
}
