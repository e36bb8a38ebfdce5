import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { ObjectivesStore } from './ObjectivesStore';

const TABLE = 'objectives';

/**
 * @internal
 */
export class DatabaseObjectivesStore implements ObjectivesStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseObjectivesStore {
    return new DatabaseObjectivesStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(domainRef: string): Promise<Objective | undefined> {
    const row = await this.#knex(TABLE).where('domain_ref', domainRef).first();
    return (
      row && {
        domainRef: row.domain_ref,
        statement: row.statement,
        measures: JSON.parse(row.measures),
        ownerRef: row.owner_ref,
        reviewAt: Number(row.review_at),
        updatedAt: Number(row.updated_at),
        updatedBy: row.updated_by,
      }
    );
  }

  async put(objective: Objective): Promise<void> {
    await this.#knex(TABLE)
      .insert({
        domain_ref: objective.domainRef,
        statement: objective.statement,
        measures: JSON.stringify(objective.measures),
        owner_ref: objective.ownerRef,
        review_at: objective.reviewAt,
        updated_at: objective.updatedAt,
        updated_by: objective.updatedBy,
      })
      .onConflict('domain_ref')
      .merge();
  }
}
