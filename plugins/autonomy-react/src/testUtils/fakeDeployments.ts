import type {
  DeploymentKey,
  ListDeploymentsRequest,
  ListDeploymentsResponse,
  RecordedDeployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { forwardPageOf, newestFirst, notFound } from './fakePages';

/** Deployments whose reviews are remembered. */
export class FakeDeployments {
  #deployments: RecordedDeployment[];

  constructor(deployments: RecordedDeployment[]) {
    this.#deployments = deployments;
  }

  list(request: ListDeploymentsRequest): ListDeploymentsResponse {
    const { entity, from = 0 } = request;
    const found = this.#deployments.filter(
      ({ entityRef, finishedAt }) =>
        (entity === undefined || entity === entityRef) && finishedAt >= from,
    );
    return forwardPageOf(
      newestFirst(found, ({ finishedAt }) => finishedAt),
      request,
    );
  }

  review(
    { id, source }: DeploymentKey,
    { completedAt, url }: { completedAt?: number; url?: string },
  ): RecordedDeployment {
    const deployment = this.#deployments.find(
      each => each.id === id && each.source === source,
    );
    if (!deployment) throw notFound(`deployment ${source}/${id}`);
    const reviewed: RecordedDeployment = {
      ...deployment,
      reviewState: 'done',
      reviewedAt: completedAt ?? Date.now(),
      reviewUrl: url,
    };
    this.#deployments = this.#deployments.map(each =>
      each === deployment ? reviewed : each,
    );
    return reviewed;
  }
}
