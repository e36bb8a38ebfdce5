import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { PolicyDraftsStore, StoredDraft } from './PolicyDraftsStore';

const TABLE = 'policy_drafts';

/**
 * @internal
 */
export class DatabasePolicyDrafts implements PolicyDraftsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): PolicyDraftsStore {
    return new DatabasePolicyDrafts(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  on(trx: Knex.Transaction): PolicyDraftsStore {
    return new DatabasePolicyDrafts(trx);
  }

  async list(): Promise<StoredDraft[]> {
    return (await this.#knex(TABLE).orderBy(['kind', 'name'])).map(toDraft);
  }

  async get(id: string): Promise<StoredDraft | undefined> {
    const row = await this.#knex(TABLE).where({ id }).first();
    return row && toDraft(row);
  }

  async find({
    kind,
    name,
  }: PolicyDocumentKey): Promise<StoredDraft | undefined> {
    const row = await this.#knex(TABLE).where({ kind, name }).first();
    return row && toDraft(row);
  }

  async add(draft: StoredDraft): Promise<void> {
    // The unique index decides between two who begin at once.
    const added = await this.#knex(TABLE)
      .insert(toRow(draft))
      .onConflict()
      .ignore()
      .returning('id');
    if (added.length === 0) {
      throw await this.#taken(draft);
    }
  }

  async change(draft: StoredDraft): Promise<number> {
    const other = await this.find(draft);
    if (other && other.id !== draft.id) {
      throw await this.#taken(draft);
    }
    const revision = draft.revision + 1;
    const count = await this.#knex(TABLE)
      .where({ id: draft.id, revision: draft.revision })
      .update({ ...toRow(draft), revision });
    if (count === 0) {
      throw await this.#changed(draft.id, draft.revision);
    }
    return revision;
  }

  async remove(id: string, revision: number): Promise<void> {
    const count = await this.#knex(TABLE).where({ id, revision }).delete();
    if (count === 0) {
      throw await this.#changed(id, revision);
    }
  }

  async #taken(key: PolicyDocumentKey): Promise<ConflictError> {
    const other = await this.find(key);
    return new ConflictError(
      `There is a draft of ${key.kind} ${key.name} already${
        other ? ` (${other.id}), begun by ${other.createdBy}` : ''
      }: a document has one at a time`,
    );
  }

  async #changed(id: string, revision: number): Promise<Error> {
    const draft = await this.get(id);
    return draft ? changedMeanwhile(draft, revision) : noDraft(id);
  }
}

/**
 * @internal
 */
export function noDraft(id: string): NotFoundError {
  return new NotFoundError(`No draft ${id}`);
}

/**
 * @internal
 */
export function changedMeanwhile(
  { id, revision, updatedAt, updatedBy }: StoredDraft,
  expected: number,
): ConflictError {
  return new ConflictError(
    `Draft ${id} was changed by ${updatedBy} at ${new Date(
      updatedAt,
    ).toISOString()}: expected revision ${expected}, found ${revision}`,
  );
}

function toRow(draft: StoredDraft) {
  return {
    id: draft.id,
    kind: draft.kind,
    name: draft.name,
    yaml: draft.yaml,
    revision: draft.revision,
    base_yaml: draft.baseYaml ?? null,
    base_version: draft.baseVersion ?? null,
    created_by: draft.createdBy,
    updated_by: draft.updatedBy,
    updated_at: draft.updatedAt,
  };
}

function toDraft(row: any): StoredDraft {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    yaml: row.yaml,
    revision: Number(row.revision),
    ...(row.base_yaml !== null && { baseYaml: row.base_yaml }),
    ...(row.base_version !== null && {
      baseVersion: Number(row.base_version),
    }),
    createdBy: row.created_by,
    updatedBy: row.updated_by,
    updatedAt: Number(row.updated_at),
  };
}
