import type {
  Deployment,
  DeploymentStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  contentHash,
  groupByEntity,
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
} from '../database';
import type { DeploymentItem } from './deploymentItemSchema';
import type { DeploymentsStore } from './DeploymentsStore';

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

const TABLE: EvidenceTable<DeploymentRow> = {
  name: 'deployments',
  key: ['source', 'deployment_id'],
};

/**
 * @internal
 */
export class DatabaseDeploymentsStore implements DeploymentsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseDeploymentsStore {
    return new DatabaseDeploymentsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  put(items: readonly DeploymentItem[], now: number) {
    const rows = items.map(item => toRow(item, now));
    return this.#knex.transaction(trx => upsertRecords(trx, TABLE, rows));
  }

  async readFor(
    entityRefs: readonly string[],
    since: number,
  ): Promise<Map<string, Deployment[]>> {
    const rows = await this.#knex<DeploymentRow>('deployments')
      .whereIn('entity_ref', entityRefs)
      .where('finished_at', '>=', since);
    return groupByEntity(rows, fromRow);
  }
}

function toRow(item: DeploymentItem, now: number): DeploymentRow {
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
    recorded_at: now,
    content_hash: contentHash(item),
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
