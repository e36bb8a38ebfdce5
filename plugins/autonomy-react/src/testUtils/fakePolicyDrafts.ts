import type {
  NewPolicyDraft,
  PolicyDocumentKey,
  PolicyDraft,
  PolicyDraftChange,
  PolicyDraftSummary,
  PolicyVerdict,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { FAKE_USER } from './fakeIdentity';
import { conflict, notFound } from './fakePages';
import { describe, isSame } from './fakePolicyTexts';

type StoredDraft = Omit<PolicyDraft, 'verdict'>;

export interface FakePolicyDraftsOptions {
  /** What is in force, or was last. */
  textOf: (key: PolicyDocumentKey) => string | undefined;
  verdictOf: (yaml: string) => PolicyVerdict;
  now: () => number;
}

/** Drafts; a document has one at a time. */
export class FakePolicyDrafts {
  readonly #options: FakePolicyDraftsOptions;
  #begun = 0;
  #drafts: StoredDraft[] = [];

  constructor(options: FakePolicyDraftsOptions) {
    this.#options = options;
  }

  list(): PolicyDraft[] {
    return this.#drafts.map(draft => this.#judged(draft));
  }

  summaries(): PolicyDraftSummary[] {
    return this.#drafts.map(
      ({ yaml, baseYaml, isOutdated, ...summary }) => summary,
    );
  }

  find(id: string): PolicyDraft | undefined {
    const draft = this.#drafts.find(each => each.id === id);
    return draft && this.#judged(draft);
  }

  create(wanted: NewPolicyDraft): PolicyDraft {
    const yaml = wanted.yaml ?? (wanted.of && this.#options.textOf(wanted.of));
    if (yaml === undefined) throw notFound('text to begin with');
    const { kind, name } = describe(yaml);
    const open = this.#drafts.find(each => isSame(each, { kind, name }));
    if (open) {
      throw conflict(`${open.createdBy} is working on a draft of it already`);
    }
    this.#begun += 1;
    const draft: StoredDraft = {
      id: `draft-${this.#begun}`,
      kind,
      name,
      revision: 1,
      createdBy: FAKE_USER,
      updatedBy: FAKE_USER,
      updatedAt: this.#options.now(),
      yaml,
      baseYaml: this.#options.textOf({ kind, name }),
      isOutdated: false,
    };
    this.#drafts = [...this.#drafts, draft];
    return this.#judged(draft);
  }

  change(id: string, { revision, yaml }: PolicyDraftChange): PolicyDraft {
    const draft = this.read(id, revision);
    const changed: StoredDraft = {
      ...draft,
      yaml,
      revision: revision + 1,
      updatedBy: FAKE_USER,
      updatedAt: this.#options.now(),
    };
    this.#drafts = this.#drafts.map(each => (each.id === id ? changed : each));
    return this.#judged(changed);
  }

  discard(id: string, revision: number): void {
    this.read(id, revision);
    this.#drafts = this.#drafts.filter(each => each.id !== id);
  }

  /** Its document was published anew, by somebody else. */
  outdate(key: PolicyDocumentKey): void {
    this.#drafts = this.#drafts.map(each =>
      isSame(each, key) ? { ...each, isOutdated: true } : each,
    );
  }

  /** @throws ConflictError where somebody else changed it meanwhile */
  read(id: string, revision: number): StoredDraft {
    const draft = this.#drafts.find(each => each.id === id);
    if (!draft) throw notFound(`draft ${id}`);
    if (draft.revision !== revision) {
      throw conflict(
        `${draft.updatedBy} changed the draft meanwhile (expected revision ${revision}, found ${draft.revision})`,
      );
    }
    return draft;
  }

  #judged(draft: StoredDraft): PolicyDraft {
    return { ...draft, verdict: this.#options.verdictOf(draft.yaml) };
  }
}
