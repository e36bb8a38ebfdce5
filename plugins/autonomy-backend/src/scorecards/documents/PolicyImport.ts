import {
  splitPolicyDocuments,
  type ImportResult,
  type PolicyDocumentKey,
  type PolicyDocumentPart,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { DraftDesk, PolicyDraftsStore } from '../drafts';
import type { PolicyRegistry } from '../registry';
import { documentsInForce } from './documentsInForce';
import { keyText } from './keys';
import { keySchema, readRequest, yamlSchema } from './requests';
import { sameMeaning } from './sameMeaning';

type Item = ImportResult['items'][number];
type NamedPart = PolicyDocumentPart & { key: PolicyDocumentKey };

/**
 * Makes drafts of the documents of a text.
 *
 * @internal
 */
export class PolicyImport {
  readonly #options: Parameters<typeof PolicyImport.create>[0];

  static create(options: {
    desk: DraftDesk;
    drafts: PolicyDraftsStore;
    policies: Pick<PolicyRegistry, 'current'>;
  }): PolicyImport {
    return new PolicyImport(options);
  }

  private constructor(options: Parameters<typeof PolicyImport.create>[0]) {
    this.#options = options;
  }

  /**
   * @param request - as it was sent
   * @param admit - rejects where the author may not write a document
   * @throws InputError where a document does not say what it is
   */
  async run(
    request: unknown,
    author: string,
    admit: (part: NamedPart) => Promise<void>,
  ): Promise<ImportResult> {
    const parts = readParts(readRequest(yamlSchema, request).yaml);
    const seen = new Set<string>();
    const items: Item[] = [];
    for (const part of parts) {
      const { key } = part;
      if (seen.has(keyText(key))) {
        const message = `${key.kind} ${key.name} stands in the text twice`;
        items.push({ key, status: 'refused', message });
      } else {
        seen.add(keyText(key));
        items.push(await this.#bringIn(part, author, admit));
      }
    }
    return { items };
  }

  async #bringIn(
    part: NamedPart,
    author: string,
    admit: (part: NamedPart) => Promise<void>,
  ): Promise<Item> {
    const { desk, drafts, policies } = this.#options;
    const { key, yaml } = part;
    const found = documentsInForce(policies.current).get(keyText(key));
    if (found && sameMeaning(yaml, found.document)) {
      return { key, status: 'unchanged' };
    }
    try {
      await admit(part);
      const draft = await drafts.find(key);
      if (!draft) {
        const { id } = await desk.begin({ key, yaml }, author);
        return { key, status: 'draft-created', draftId: id };
      }
      if (draft.updatedBy !== author) {
        throw new ConflictError(
          `${draft.updatedBy} is working on a draft of it`,
        );
      }
      const { id, revision } = draft;
      await desk.change(draft, { yaml, revision }, author);
      return { key, status: 'draft-replaced', draftId: id };
    } catch (error) {
      if (error instanceof ConflictError || error instanceof NotAllowedError) {
        return { key, status: 'refused', message: error.message };
      }
      throw error;
    }
  }
}

function readParts(yaml: string): NamedPart[] {
  const parts = splitPolicyDocuments(yaml);
  if (parts.length === 0) {
    throw new InputError('Invalid yaml: expected documents, found none');
  }
  return parts.map(part => {
    const { data: key } = keySchema.safeParse(part.key);
    if (!key) {
      throw new InputError(
        `Invalid yaml: expected a Policy, Scorecard or Overlay document with metadata.name at line ${part.line}`,
      );
    }
    return { ...part, key };
  });
}
