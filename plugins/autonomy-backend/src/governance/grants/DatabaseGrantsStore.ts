import type {
  CompiledPolicy,
  Grant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity } from '../../database';
import { toGrant, type GrantRow } from './grantRows';
import type { GrantsStore } from './GrantsStore';
import { failedAt } from './grantSql';

/**
 * @internal
 */
export class DatabaseGrantsStore implements GrantsStore {
  readonly #knex: Knex;
  readonly #policy: Pick<CompiledPolicy, 'policy'>;

  /** @param options - `policy`: the one in force, by which trials fail */
  static create(options: {
    knex: Knex;
    policy: Pick<CompiledPolicy, 'policy'>;
  }): DatabaseGrantsStore {
    return new DatabaseGrantsStore(options.knex, options.policy);
  }

  private constructor(knex: Knex, policy: Pick<CompiledPolicy, 'policy'>) {
    this.#knex = knex;
    this.#policy = policy;
  }

  async readFor(entityRefs: readonly string[]): Promise<Map<string, Grant[]>> {
    const knex = this.#knex;
    const rows: (GrantRow & { former_failed_at: unknown })[] = await knex(
      'grants',
    )
      .leftJoin('grants as former', 'former.id', 'grants.renewal_of')
      .whereIn('grants.entity_ref', entityRefs)
      .where('grants.outcome', 'approved')
      .select(
        'grants.*',
        knex.raw('? as former_failed_at', [
          failedAt(knex, 'former', this.#policy),
        ]),
      );
    // A trial that failed is over, whatever was to follow it.
    const continuing = rows.filter(row => row.former_failed_at === null);
    return groupByEntity(continuing, toGrant);
  }
}
