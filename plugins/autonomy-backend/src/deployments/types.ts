import type {
  Deployment,
  DeploymentReviewState,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What names a deployment.
 *
 * @internal
 */
export type DeploymentKey = Pick<Deployment, 'id' | 'source'>;

/**
 * A deployment with how its review stands.
 *
 * @internal
 */
export type DeploymentView = Deployment & {
  reviewState: DeploymentReviewState;
  /** In UTC milliseconds; absent where no review is owed. */
  reviewDueAt?: number;
};

/**
 * Which deployments are wanted.
 *
 * @internal
 */
export interface ListDeploymentsRequest {
  entityRef?: string;
  /** UTC milliseconds; only what finished then or later. */
  from?: number;
  limit?: number;
  cursor?: string;
}

/**
 * One page, the newest first.
 *
 * @internal
 */
export interface ListDeploymentsResponse {
  items: DeploymentView[];
  pageInfo: { nextCursor?: string };
}
