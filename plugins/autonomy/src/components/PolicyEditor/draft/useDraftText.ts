import type { PolicyDraft } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { keepText, readKeptText } from './keptText';

/** The text of a draft while it is edited, and the draft as it is saved. */
export function useDraftText(draft: PolicyDraft) {
  const api = useApi(autonomyPolicyApiRef);
  const [saved, setSaved] = useState(draft);
  const [kept] = useState(() => readKeptText(draft.id));
  // Whoever kept a text goes on from the revision that it changes, so that nobody's later one is overwritten.
  const [revision, setRevision] = useState(kept?.revision ?? draft.revision);
  const [yaml, setYaml] = useState(kept?.yaml ?? draft.yaml);
  const [conflict, setConflict] = useState<PolicyDraft>();
  const isDirty = yaml !== saved.yaml;

  useEffect(() => {
    keepText(draft.id, isDirty ? { yaml, revision } : undefined);
  }, [draft.id, isDirty, revision, yaml]);

  function take(taken: PolicyDraft) {
    setSaved(taken);
    setRevision(taken.revision);
    setConflict(undefined);
  }

  async function send(over: number): Promise<PolicyDraft | undefined> {
    try {
      const changed = await api.changeDraft(draft.id, { yaml, revision: over });
      take(changed);
      return changed;
    } catch (error) {
      const theirs = isConflict(error)
        ? await api.getDraft(draft.id)
        : undefined;
      if (!theirs) throw error;
      setConflict(theirs);
      return undefined;
    }
  }

  return {
    yaml,
    setYaml,
    saved,
    isDirty,
    /** The text is one that was not saved before its author left. */
    isKept: kept !== undefined && isDirty && yaml === kept.yaml,
    /** What somebody else saved meanwhile. */
    conflict,
    /** The draft as it is saved then; undefined where somebody else was quicker. */
    save: async () => (isDirty ? send(revision) : saved),
    /** Leaves out what was typed here. */
    takeTheirs: (theirs: PolicyDraft) => {
      take(theirs);
      setYaml(theirs.yaml);
    },
    /** Replaces what somebody else saved, knowingly. */
    keepMine: (theirs: PolicyDraft) => send(theirs.revision),
    endConflict: () => setConflict(undefined),
    /** Back to what is saved. */
    revert: () => {
      setYaml(saved.yaml);
      setRevision(saved.revision);
    },
    discard: async () => {
      await api.discardDraft(draft.id, revision);
      keepText(draft.id, undefined);
    },
    /** The draft is gone: there is nothing left to keep. */
    forget: () => keepText(draft.id, undefined),
  };
}

export type DraftText = ReturnType<typeof useDraftText>;

function isConflict(error: unknown): boolean {
  const { name, statusCode } = error as { name?: string; statusCode?: number };
  return statusCode === 409 || name === 'ConflictError';
}
