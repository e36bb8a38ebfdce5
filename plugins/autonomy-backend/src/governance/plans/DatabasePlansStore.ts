import type { Plan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity } from '../../database';
import { PLANS_TABLE, toPlan, type PlanRow } from './planRows';
import type { PlansStore } from './PlansStore';

/**
 * @internal
 */
export class DatabasePlansStore implements PlansStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabasePlansStore {
    return new DatabasePlansStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readFor(entityRefs: readonly string[]): Promise<Map<string, Plan[]>> {
    const rows = await this.#knex<PlanRow>(PLANS_TABLE)
      .whereIn('entity_ref', entityRefs)
      .whereNotNull('signed_at');
    return groupByEntity(rows, toPlan);
  }
}
