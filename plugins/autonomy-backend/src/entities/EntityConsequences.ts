import {
  consequencesFor,
  type CompiledPolicy,
  type Consequence,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EntityIndexStore } from './EntityIndexStore';

/**
 * @internal
 */
export interface AtStake {
  /** By area. */
  consequences: ReadonlyMap<string, Consequence>;
  /** Of the domain of the entity. */
  policy: Policy;
}

/**
 * How much is at stake in each area of entities today, by their tier and the policy of their domain.
 *
 * @internal
 */
export class EntityConsequences {
  readonly #index: Pick<EntityIndexStore, 'readScoped'>;
  readonly #policy: CompiledPolicy;

  static create(options: {
    index: Pick<EntityIndexStore, 'readScoped'>;
    policy: CompiledPolicy;
  }): EntityConsequences {
    return new EntityConsequences(options.index, options.policy);
  }

  private constructor(
    index: Pick<EntityIndexStore, 'readScoped'>,
    policy: CompiledPolicy,
  ) {
    this.#index = index;
    this.#policy = policy;
  }

  /**
   * By entity ref; without entities that are not known or not in scope.
   *
   * @param trx - where it is asked within a transaction
   */
  async of(
    entityRefs: Iterable<string>,
    trx?: Knex.Transaction,
  ): Promise<Map<string, AtStake>> {
    const scoped = await this.#index.readScoped([...new Set(entityRefs)], trx);
    return new Map(
      scoped.map(({ snapshot: { domainChain = [], entityRef, tier } }) => {
        const { policy } = this.#policy.forDomains(domainChain);
        const consequences = consequencesFor(tier.effective, policy);
        return [entityRef, { consequences, policy }];
      }),
    );
  }
}
