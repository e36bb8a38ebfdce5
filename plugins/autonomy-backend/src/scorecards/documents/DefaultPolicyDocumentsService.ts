import type {
  ImportResult,
  PolicyDocumentKey,
  PolicyDocuments,
  PolicyDocumentText,
  PolicyDraft,
  PolicyStarter,
  PolicyVerdict,
  PublishedVersion,
  PublishedVersionText,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotFoundError } from '@backstage/errors';
import type { Clock } from '../../database';
import type { DraftDesk, PolicyDraftsStore, StoredDraft } from '../drafts';
import type { PublicationDesk } from '../publications';
import type { PolicyRegistry } from '../registry';
import { newestOf, statesOf, type PolicyVersionsStore } from '../versions';
import { draftSummary, type DocumentsReader } from './DocumentsReader';
import {
  documentsInForce,
  writtenText,
  type DocumentInForce,
} from './documentsInForce';
import { exportText } from './exportText';
import { compareKeys, keyOf } from './keys';
import type {
  AsEditor,
  AsReader,
  PolicyDocumentsService,
} from './PolicyDocumentsService';
import type { PolicyImport } from './PolicyImport';
import type { PolicyJudge } from './PolicyJudge';
import type { PolicyStarters } from './PolicyStarters';
import { readRequest, yamlSchema } from './requests';
import type { WriteAccess } from './WriteAccess';

/**
 * @internal
 */
export interface PolicyDocumentsOptions {
  access: WriteAccess;
  clock: Clock;
  desk: DraftDesk;
  drafts: PolicyDraftsStore;
  imports: PolicyImport;
  judge: PolicyJudge;
  policies: Pick<PolicyRegistry, 'current'>;
  publications: PublicationDesk;
  reader: DocumentsReader;
  starters: PolicyStarters;
  versions: PolicyVersionsStore;
}

/**
 * Brings together what reads, drafts and publishes. Who may write depends on the document, so it is asked here, for
 * the very text that is written.
 *
 * @internal
 */
export class DefaultPolicyDocumentsService implements PolicyDocumentsService {
  readonly #options: PolicyDocumentsOptions;

  static create(options: PolicyDocumentsOptions): PolicyDocumentsService {
    return new DefaultPolicyDocumentsService(options);
  }

  private constructor(options: PolicyDocumentsOptions) {
    this.#options = options;
  }

  listDocuments(): Promise<PolicyDocuments> {
    return this.#options.reader.list();
  }

  async getDocument(key: PolicyDocumentKey): Promise<PolicyDocumentText> {
    const found = await this.#options.reader.get(key);
    if (!found) {
      throw new NotFoundError(`No ${key.kind} ${key.name}`);
    }
    return found;
  }

  async listVersions(): Promise<PublishedVersion[]> {
    const { clock, versions } = this.#options;
    return statesOf(await versions.list(), await clock.now());
  }

  async getVersion(number: number): Promise<PublishedVersionText> {
    const [version, all] = await Promise.all([
      this.#options.versions.get(number),
      this.listVersions(),
    ]);
    const known = all.find(each => each.number === number);
    if (!version || !known) {
      throw new NotFoundError(`No version ${number}`);
    }
    return { ...version, state: known.state };
  }

  async withdrawVersion(
    number: number,
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<PublishedVersion> {
    const { publications } = this.#options;
    const { kind, name, yaml } = await this.getVersion(number);
    await this.#assertMayWrite({ kind, name }, [yaml], { credentials });
    const { userEntityRef } = credentials.principal;
    return publications.withdraw(number, request, userEntityRef);
  }

  async rollBack(
    key: PolicyDocumentKey,
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<PublishedVersion> {
    const { publications, versions } = this.#options;
    const to = Number((request as { to?: unknown } | undefined)?.to);
    const restored = Number.isSafeInteger(to)
      ? await versions.get(to)
      : undefined;
    await this.#assertMayWrite(key, [restored?.yaml], { credentials });
    const { userEntityRef } = credentials.principal;
    return publications.rollBack(key, request, userEntityRef);
  }

  async retire(
    key: PolicyDocumentKey,
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<PublishedVersion> {
    await this.#assertMayWrite(key, [], { credentials });
    const { userEntityRef } = credentials.principal;
    return this.#options.publications.retire(key, request, userEntityRef);
  }

  async listDrafts(): Promise<PolicyDraft[]> {
    const drafts: PolicyDraft[] = [];
    for (const draft of await this.#options.drafts.list()) {
      drafts.push(await this.#judged(draft));
    }
    return drafts;
  }

  async getDraft(id: string): Promise<PolicyDraft> {
    return this.#judged(await this.#options.desk.get(id));
  }

  async createDraft(
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<PolicyDraft> {
    const { desk } = this.#options;
    const proposed = await desk.proposed(request);
    const { key, yaml } = proposed;
    await this.#assertMayWrite(key, [yaml], { credentials });
    const { userEntityRef } = credentials.principal;
    return this.#judged(await desk.begin(proposed, userEntityRef));
  }

  async changeDraft(
    id: string,
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<PolicyDraft> {
    const { desk } = this.#options;
    const draft = await desk.get(id);
    const yaml = (request as { yaml?: unknown } | undefined)?.yaml;
    const text = typeof yaml === 'string' ? yaml : '';
    const texts = [draft.yaml, text];
    await this.#assertMayWrite(draft, texts, { credentials });
    await this.#assertMayWrite(desk.renamed(draft, text), texts, {
      credentials,
    });
    const { userEntityRef } = credentials.principal;
    return this.#judged(await desk.change(draft, request, userEntityRef));
  }

  async discardDraft(
    id: string,
    revision: number,
    { credentials }: AsEditor,
  ): Promise<void> {
    const { desk, drafts } = this.#options;
    const draft = await desk.get(id);
    await this.#assertMayWrite(draft, [draft.yaml], { credentials });
    await drafts.remove(id, revision);
  }

  async publishDraft(
    id: string,
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<PublishedVersion> {
    const { desk, publications } = this.#options;
    const draft = await desk.get(id);
    await this.#assertMayWrite(draft, [draft.yaml], { credentials });
    const { userEntityRef } = credentials.principal;
    return publications.publish(draft, request, userEntityRef);
  }

  async validate(request: unknown): Promise<PolicyVerdict> {
    const { clock, judge } = this.#options;
    const { yaml } = readRequest(yamlSchema, request);
    return judge.judge(yaml, await clock.now());
  }

  async exportDocuments(documents: readonly string[]): Promise<string> {
    const inForce = documentsInForce(this.#options.policies.current);
    if (documents.length === 0) {
      return exportText(
        [...inForce.values()]
          .filter(({ text }) => text.origin.type !== 'built-in')
          .sort(compareInForce)
          .map(writtenText),
      );
    }
    return exportText(
      documents.map(key => {
        const found = inForce.get(key);
        if (!found) {
          throw new NotFoundError(`No document ${key} is in force`);
        }
        return writtenText(found);
      }),
    );
  }

  importDocuments(
    request: unknown,
    { credentials }: AsEditor,
  ): Promise<ImportResult> {
    const { drafts, imports } = this.#options;
    const { userEntityRef } = credentials.principal;
    return imports.run(request, userEntityRef, async ({ key, yaml }) => {
      const draft = await drafts.find(key);
      const texts = [draft?.yaml, yaml];
      await this.#assertMayWrite(key, texts, { credentials });
    });
  }

  listStarters(): Promise<PolicyStarter[]> {
    return this.#options.starters.list();
  }

  /** The text in force counts too: nobody takes an overlay away from another board by naming another domain. */
  async #assertMayWrite(
    key: PolicyDocumentKey,
    texts: readonly (string | undefined)[],
    { credentials }: AsReader,
  ): Promise<void> {
    const { access, reader } = this.#options;
    const known = await reader.textOf(key);
    await access.assertMayWrite(key, [...texts, known?.yaml], credentials);
  }

  async #judged(draft: StoredDraft): Promise<PolicyDraft> {
    const { clock, judge, versions } = this.#options;
    const newest = newestOf(await versions.list(draft));
    return {
      ...draftSummary(draft),
      yaml: draft.yaml,
      ...(draft.baseYaml !== undefined && { baseYaml: draft.baseYaml }),
      isOutdated: newest !== undefined && newest.number !== draft.baseVersion,
      verdict: await judge.judge(draft.yaml, await clock.now(), draft),
    };
  }
}

function compareInForce(a: DocumentInForce, b: DocumentInForce): number {
  return compareKeys(keyOf(a.document), keyOf(b.document));
}
