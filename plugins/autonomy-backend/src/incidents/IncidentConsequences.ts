import {
  consequencesFor,
  type CompiledPolicy,
  type Consequence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EntityIndexStore } from '../entities';

/**
 * How much is at stake in each area today. It is kept with an incident, because what an incident costs
 * must not change when the entity's tier or the policy does.
 *
 * @internal
 */
export class IncidentConsequences {
  readonly #index: Pick<EntityIndexStore, 'readScoped'>;
  readonly #policy: CompiledPolicy;

  static create(options: {
    index: Pick<EntityIndexStore, 'readScoped'>;
    policy: CompiledPolicy;
  }): IncidentConsequences {
    return new IncidentConsequences(options.index, options.policy);
  }

  private constructor(
    index: Pick<EntityIndexStore, 'readScoped'>,
    policy: CompiledPolicy,
  ) {
    this.#index = index;
    this.#policy = policy;
  }

  /** By entity ref and area; without entities that are not known or not in scope. */
  async of(
    entityRefs: readonly string[],
    trx: Knex.Transaction,
  ): Promise<Map<string, Record<string, Consequence>>> {
    const scoped = await this.#index.readScoped([...new Set(entityRefs)], trx);
    return new Map(
      scoped.map(({ snapshot: { domainChain = [], entityRef, tier } }) => {
        const { policy } = this.#policy.forDomains(domainChain);
        return [
          entityRef,
          Object.fromEntries(consequencesFor(tier.effective, policy)),
        ];
      }),
    );
  }
}
