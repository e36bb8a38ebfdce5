import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The objective of each governance domain, as it was set last.
 *
 * @internal
 */
export interface ObjectivesStore {
  get(domainRef: string): Promise<Objective | undefined>;
  put(objective: Objective): Promise<void>;
}
