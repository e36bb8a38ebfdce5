import {
  consequencesFor,
  deploymentReviewOf,
  type CompiledPolicy,
  type Deployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityIndexStore } from '../entities';
import type { DeploymentView } from './types';

/**
 * Tells how the reviews of deployments stand, by what is at stake in their areas today, as the engine
 * does.
 *
 * @internal
 */
export class DeploymentViews {
  readonly #index: Pick<EntityIndexStore, 'readScoped'>;
  readonly #policy: CompiledPolicy;

  static create(options: {
    index: Pick<EntityIndexStore, 'readScoped'>;
    policy: CompiledPolicy;
  }): DeploymentViews {
    return new DeploymentViews(options.index, options.policy);
  }

  private constructor(
    index: Pick<EntityIndexStore, 'readScoped'>,
    policy: CompiledPolicy,
  ) {
    this.#index = index;
    this.#policy = policy;
  }

  /**
   * @param now - UTC milliseconds
   */
  async of(
    deployments: readonly Deployment[],
    now: number,
  ): Promise<DeploymentView[]> {
    const refs = new Set(deployments.map(({ entityRef }) => entityRef));
    const scoped = await this.#index.readScoped([...refs]);
    const tables = new Map(
      scoped.map(({ snapshot: { domainChain = [], entityRef, tier } }) => {
        const { policy } = this.#policy.forDomains(domainChain);
        const consequences = consequencesFor(tier.effective, policy);
        return [entityRef, { consequences, policy }];
      }),
    );
    return deployments.flatMap(deployment => {
      const table = tables.get(deployment.entityRef);
      // It left the scope just now.
      if (!table) {
        return [];
      }
      const { consequences, policy } = table;
      const review = deploymentReviewOf(deployment, consequences, policy, now);
      return {
        ...deployment,
        reviewState: review.state,
        reviewDueAt: review.dueAt,
      };
    });
  }
}
