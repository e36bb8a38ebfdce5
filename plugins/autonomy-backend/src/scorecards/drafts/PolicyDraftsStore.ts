import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';

/**
 * A draft as it is kept. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface StoredDraft extends PolicyDocumentKey {
  id: string;
  yaml: string;
  revision: number;
  /** The text in force when it was begun. */
  baseYaml?: string;
  /** The newest version of the document then; absent where there was none. */
  baseVersion?: number;
  createdBy: string;
  updatedBy: string;
  updatedAt: number;
}

/**
 * Documents that somebody is working on, one draft for each.
 *
 * @internal
 */
export interface PolicyDraftsStore {
  /** By kind and name. */
  list(): Promise<StoredDraft[]>;
  get(id: string): Promise<StoredDraft | undefined>;
  find(key: PolicyDocumentKey): Promise<StoredDraft | undefined>;
  /** @throws ConflictError that says who began one before */
  add(draft: StoredDraft): Promise<void>;
  /**
   * Writes a draft over its revision before.
   *
   * @param draft - with the revision that was read
   * @returns the new revision
   * @throws ConflictError where somebody else was quicker; NotFoundError where it is gone
   */
  change(draft: StoredDraft): Promise<number>;
  /** @throws as {@link PolicyDraftsStore.change} */
  remove(id: string, revision: number): Promise<void>;
  /** In a transaction. */
  on(trx: Knex.Transaction): PolicyDraftsStore;
}
