import type { Deployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { DatabaseEvidenceStore, type EvidenceStore } from '../ingestion';
import type { DeploymentItem } from './deploymentItemSchema';
import { fromRow, toRow } from './rows';

/**
 * Changes of entities that reached production.
 *
 * @internal
 */
export type DeploymentsStore = EvidenceStore<DeploymentItem, Deployment>;

/**
 * @internal
 */
export function createDeploymentsStore(options: {
  knex: Knex;
}): DeploymentsStore {
  return DatabaseEvidenceStore.create({
    knex: options.knex,
    mapping: {
      table: {
        name: 'deployments',
        key: ['source', 'deployment_id'],
      },
      endedAt: 'finished_at',
      toRow,
      fromRow,
    },
  });
}
