import type { Deployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvidenceStore } from '../ingestion';
import type { DeploymentItem } from './deploymentItemSchema';

/**
 * @internal
 */
export interface DeploymentsStore extends EvidenceStore<DeploymentItem> {
  /**
   * Deployments of the entities that finished at an instant or later.
   *
   * @param since - UTC milliseconds
   */
  readFor(
    entityRefs: readonly string[],
    since: number,
  ): Promise<Map<string, Deployment[]>>;
}
