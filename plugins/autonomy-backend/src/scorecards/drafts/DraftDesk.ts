import {
  splitPolicyDocuments,
  type PolicyDocumentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../database';
import type { DocumentsReader } from '../documents/DocumentsReader';
import { keyText } from '../documents/keys';
import {
  draftChangeSchema,
  keySchema,
  newDraftSchema,
  readRequest,
} from '../documents/requests';
import type { PolicyVersionsStore } from '../versions';
import { changedMeanwhile, noDraft } from './DatabasePolicyDrafts';
import type { PolicyDraftsStore, StoredDraft } from './PolicyDraftsStore';

/**
 * @internal
 */
export interface DraftDeskOptions {
  clock: Clock;
  documents: Pick<DocumentsReader, 'textOf'>;
  drafts: PolicyDraftsStore;
  versions: PolicyVersionsStore;
}

/**
 * The rules of drafts, for callers who may.
 *
 * @internal
 */
export class DraftDesk {
  readonly #options: DraftDeskOptions;

  static create(options: DraftDeskOptions): DraftDesk {
    return new DraftDesk(options);
  }

  private constructor(options: DraftDeskOptions) {
    this.#options = options;
  }

  /**
   * What a request is about.
   *
   * @param request - as it was sent
   * @throws InputError, ConflictError, NotFoundError
   */
  async proposed(
    request: unknown,
  ): Promise<{ key: PolicyDocumentKey; yaml: string }> {
    const { of: key, yaml } = readRequest(newDraftSchema, request);
    if (key === undefined) {
      return { key: keyOfOne(yaml!), yaml: yaml! };
    }
    const text = await this.#options.documents.textOf(key);
    if (!text) {
      throw new NotFoundError(`No ${key.kind} ${key.name}`);
    }
    return { key, yaml: text.yaml };
  }

  /** @throws ConflictError where it comes from the configuration, or somebody else began one */
  async begin(
    { key, yaml }: { key: PolicyDocumentKey; yaml: string },
    author: string,
  ): Promise<StoredDraft> {
    const { clock, documents, drafts } = this.#options;
    const now = await clock.now();
    const known = await documents.textOf(key);
    if (known && !known.isEditable) {
      throw new ConflictError(
        `${key.kind} ${key.name} comes from the configuration (${known.place}): it is edited there`,
      );
    }
    const draft: StoredDraft = {
      ...key,
      id: randomUUID(),
      yaml,
      revision: 1,
      baseYaml: known?.isInForce ? known.yaml : undefined,
      baseVersion: await this.#versionInForce(key, now),
      createdBy: author,
      updatedBy: author,
      updatedAt: now,
    };
    await drafts.add(draft);
    return draft;
  }

  /** @param request - as it was sent */
  async change(
    draft: StoredDraft,
    request: unknown,
    author: string,
  ): Promise<StoredDraft> {
    const { clock, drafts } = this.#options;
    const { revision, yaml } = readRequest(draftChangeSchema, request);
    if (revision !== draft.revision) {
      throw changedMeanwhile(draft, revision);
    }
    const changed = {
      ...draft,
      ...this.renamed(draft, yaml),
      yaml,
      updatedBy: author,
      updatedAt: await clock.now(),
    };
    return { ...changed, revision: await drafts.change(changed) };
  }

  /** A new document may be given another name until it is published; any other stays what it is. */
  renamed(draft: StoredDraft, yaml: string): PolicyDocumentKey {
    const [{ key } = { key: undefined }, ...more] = splitPolicyDocuments(yaml);
    const isNew =
      draft.baseYaml === undefined && draft.baseVersion === undefined;
    const { success } = keySchema.safeParse(key);
    return isNew && success && key && more.length === 0
      ? key
      : { kind: draft.kind, name: draft.name };
  }

  async get(id: string): Promise<StoredDraft> {
    const draft = await this.#options.drafts.get(id);
    if (!draft) {
      throw noDraft(id);
    }
    return draft;
  }

  async #versionInForce(
    key: PolicyDocumentKey,
    now: number,
  ): Promise<number | undefined> {
    const standing = await this.#options.versions.standing(now);
    return standing.find(
      each => each.effectiveFrom <= now && keyText(each) === keyText(key),
    )?.number;
  }
}

function keyOfOne(yaml: string): PolicyDocumentKey {
  const parts = splitPolicyDocuments(yaml);
  const [first] = parts;
  if (parts.length !== 1 || !keySchema.safeParse(first.key).success) {
    throw new InputError(
      `Invalid yaml: expected one Policy, Scorecard or Overlay document with metadata.name, found ${
        parts.length === 1 ? 'another one' : parts.length
      }`,
    );
  }
  return first.key!;
}
