import type { Knex } from 'knex';

/**
 * Drafts, as far as they are tried.
 *
 * @internal
 */
export interface DraftReader {
  find(id: string): Promise<{ yaml: string; revision: number } | undefined>;
}

/**
 * @internal
 */
export class DatabaseDraftReader implements DraftReader {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DraftReader {
    return new DatabaseDraftReader(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(
    id: string,
  ): Promise<{ yaml: string; revision: number } | undefined> {
    return this.#knex('policy_drafts')
      .where('id', id)
      .first('yaml', 'revision');
  }
}
