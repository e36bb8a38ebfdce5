import type {
  Deployment,
  DeploymentStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EvidenceRow } from '../database';
import { DatabaseEvidenceStore, type EvidenceStore } from '../ingestion';
import type { DeploymentItem } from './deploymentItemSchema';

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

interface DeploymentRow extends EvidenceRow {
  source: string;
  deployment_id: string;
  status: string;
  area: string;
  finished_at: number;
  committed_at: number | null;
  reviewed_at: number | null;
  incident_id: string | null;
  version: string | null;
  url: string | null;
}

function toRow(
  item: DeploymentItem,
): Omit<DeploymentRow, 'recorded_at' | 'content_hash'> {
  return {
    source: item.source,
    deployment_id: item.id,
    entity_ref: item.entityRef,
    status: item.status,
    area: item.area,
    finished_at: item.finishedAt,
    committed_at: item.committedAt ?? null,
    reviewed_at: item.reviewedAt ?? null,
    incident_id: item.incidentId ?? null,
    version: item.version ?? null,
    url: item.url ?? null,
  };
}

function fromRow(row: DeploymentRow): Deployment {
  const instant = (value: number | null) =>
    value === null ? undefined : Number(value);
  return {
    id: row.deployment_id,
    source: row.source,
    entityRef: row.entity_ref,
    status: row.status as DeploymentStatus,
    area: row.area,
    finishedAt: Number(row.finished_at),
    recordedAt: Number(row.recorded_at),
    committedAt: instant(row.committed_at),
    reviewedAt: instant(row.reviewed_at),
    incidentId: row.incident_id ?? undefined,
    version: row.version ?? undefined,
    url: row.url ?? undefined,
  };
}
