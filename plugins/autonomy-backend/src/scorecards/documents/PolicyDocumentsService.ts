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
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** @internal */
export interface AsReader {
  credentials: BackstageCredentials;
}

/** @internal */
export interface AsEditor {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/**
 * The documents of the policy, their drafts and versions, for somebody.
 *
 * @remarks
 *
 * Requests are as they were sent. Every method throws a NotAllowedError where the caller may not, an InputError for
 * what is not as it has to be, and those that write a ConflictError where somebody else was quicker.
 *
 * @internal
 */
export interface PolicyDocumentsService {
  listDocuments(options: AsReader): Promise<PolicyDocuments>;
  /** @throws NotFoundError where there is, and was, none */
  getDocument(
    key: PolicyDocumentKey,
    options: AsReader,
  ): Promise<PolicyDocumentText>;

  /** The newest first. */
  listVersions(options: AsReader): Promise<PublishedVersion[]>;
  /** @throws NotFoundError */
  getVersion(number: number, options: AsReader): Promise<PublishedVersionText>;
  /** @throws NotFoundError */
  withdrawVersion(
    number: number,
    request: unknown,
    options: AsEditor,
  ): Promise<PublishedVersion>;
  rollBack(
    key: PolicyDocumentKey,
    request: unknown,
    options: AsEditor,
  ): Promise<PublishedVersion>;
  /** @throws NotFoundError where there is nothing to take away */
  retire(
    key: PolicyDocumentKey,
    request: unknown,
    options: AsEditor,
  ): Promise<PublishedVersion>;

  listDrafts(options: AsReader): Promise<PolicyDraft[]>;
  /** @throws NotFoundError */
  getDraft(id: string, options: AsReader): Promise<PolicyDraft>;
  /** @throws NotFoundError where it is to begin with a document that never was */
  createDraft(request: unknown, options: AsEditor): Promise<PolicyDraft>;
  /** @throws NotFoundError */
  changeDraft(
    id: string,
    request: unknown,
    options: AsEditor,
  ): Promise<PolicyDraft>;
  /** @throws NotFoundError */
  discardDraft(id: string, revision: number, options: AsEditor): Promise<void>;
  /** @throws NotFoundError */
  publishDraft(
    id: string,
    request: unknown,
    options: AsEditor,
  ): Promise<PublishedVersion>;

  validate(request: unknown, options: AsReader): Promise<PolicyVerdict>;
  /**
   * @param documents - `kind/name`; all that are not built in where there is none
   * @throws NotFoundError where there is no such document
   */
  exportDocuments(
    documents: readonly string[],
    options: AsReader,
  ): Promise<string>;
  importDocuments(request: unknown, options: AsEditor): Promise<ImportResult>;
  listStarters(options: AsReader): Promise<PolicyStarter[]>;
}
