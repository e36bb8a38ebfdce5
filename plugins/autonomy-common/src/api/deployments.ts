import type { DeploymentReviewState } from '../engine';
import type { Deployment } from '../model';

/** A deployment with how its review stands. @public */
export type RecordedDeployment = Deployment & {
  reviewState: DeploymentReviewState;
  /** In UTC milliseconds; absent where no review is owed. */
  reviewDueAt?: number;
};

/** What names a deployment. @public */
export type DeploymentKey = Pick<Deployment, 'id' | 'source'>;

/** @public */
export interface ListDeploymentsRequest {
  /** Entity ref. */
  entity?: string;
  /** UTC milliseconds; only what finished then or later. */
  from?: number;
  /** 1..200, default 20. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListDeploymentsResponse {
  /** The newest first. */
  items: RecordedDeployment[];
  pageInfo: { nextCursor?: string };
}
