/** A text that was not saved when its author left, with the revision that it changes. */
export interface KeptText {
  yaml: string;
  revision: number;
}

const keyOf = (draftId: string) => `autonomy-draft-${draftId}`;

/** What was kept in this browser window; undefined where nothing was, or where nothing can be. */
export function readKeptText(draftId: string): KeptText | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(draftId)) ?? '');
    return typeof kept.yaml === 'string' && typeof kept.revision === 'number'
      ? kept
      : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text as long as the browser window lives; undefined forgets it. */
export function keepText(draftId: string, kept: KeptText | undefined): void {
  try {
    if (kept) {
      sessionStorage.setItem(keyOf(draftId), JSON.stringify(kept));
    } else {
      sessionStorage.removeItem(keyOf(draftId));
    }
  } catch {
    // A browser that keeps nothing still edits.
  }
}
