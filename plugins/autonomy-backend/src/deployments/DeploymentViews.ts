import {
  deploymentReviewOf,
  type Deployment,
  type RecordedDeployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { EntityConsequences } from '../entities';

/**
 * Tells how the reviews of deployments stand, by what is at stake in their areas today, as the engine
 * does.
 *
 * @internal
 */
export class DeploymentViews {
  readonly #today: EntityConsequences;

  static create(
    options: Parameters<typeof EntityConsequences.create>[0],
  ): DeploymentViews {
    return new DeploymentViews(EntityConsequences.create(options));
  }

  private constructor(today: EntityConsequences) {
    this.#today = today;
  }

  /**
   * @param now - UTC milliseconds
   */
  async of(
    deployments: readonly Deployment[],
    now: number,
  ): Promise<RecordedDeployment[]> {
    const refs = deployments.map(({ entityRef }) => entityRef);
    const atStake = await this.#today.of(refs);
    return deployments.flatMap(deployment => {
      const table = atStake.get(deployment.entityRef);
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
