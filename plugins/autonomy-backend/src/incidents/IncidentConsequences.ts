import type { Consequence } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { EntityConsequences } from '../entities';

/**
 * How much is at stake in each area today. It is kept with an incident, because what an incident costs
 * must not change when the entity's tier or the policy does.
 *
 * @internal
 */
export class IncidentConsequences {
  readonly #today: EntityConsequences;

  static create(
    options: Parameters<typeof EntityConsequences.create>[0],
  ): IncidentConsequences {
    return new IncidentConsequences(EntityConsequences.create(options));
  }

  private constructor(today: EntityConsequences) {
    this.#today = today;
  }

  /** By entity ref and area; without entities that are not known or not in scope. */
  async of(
    entityRefs: readonly string[],
    trx: Knex.Transaction,
  ): Promise<Map<string, Record<string, Consequence>>> {
    const atStake = await this.#today.of(entityRefs, trx);
    return new Map(
      [...atStake].map(([ref, { consequences }]) => [
        ref,
        Object.fromEntries(consequences),
      ]),
    );
  }
}
