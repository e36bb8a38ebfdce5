import type {
  DeploymentKey,
  ListDeploymentsRequest,
  ListDeploymentsResponse,
  RecordedDeployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Shows deployments to somebody, and takes their owners' reviews.
 *
 * @internal
 */
export interface DeploymentService {
  /**
   * @throws InputError for a cursor that is not ours
   */
  list(
    request: ListDeploymentsRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<ListDeploymentsResponse>;

  /**
   * Records that a deployment was reviewed.
   *
   * @throws NotFoundError for one that is unknown, or of an entity that is not readable
   * @throws NotAllowedError where the caller may not answer for its entity
   * @throws InputError that names the field
   */
  review(
    key: DeploymentKey,
    review: unknown,
    options: { credentials: BackstageCredentials<BackstageUserPrincipal> },
  ): Promise<RecordedDeployment>;
}
