import type {
  Incident,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  contentHash,
  groupByEntity,
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
} from '../database';
import type { IncidentItem } from './incidentItemSchema';
import type { IncidentsStore } from './IncidentsStore';

interface IncidentRow extends EvidenceRow {
  source: string;
  incident_id: string;
  title: string;
  severity: string;
  areas: string;
  started_at: number;
  resolved_at: number | null;
  url: string | null;
  irreversible: boolean;
  review: string | null;
}

const TABLE: EvidenceTable<IncidentRow> = {
  name: 'incidents',
  key: ['source', 'incident_id'],
};

/**
 * @internal
 */
export class DatabaseIncidentsStore implements IncidentsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseIncidentsStore {
    return new DatabaseIncidentsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  put(items: readonly IncidentItem[], now: number) {
    const rows = items.map(item => toRow(item, now));
    return this.#knex.transaction(trx => upsertRecords(trx, TABLE, rows));
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, Incident[]>> {
    const rows = await this.#knex<IncidentRow>('incidents').whereIn(
      'entity_ref',
      entityRefs,
    );
    return groupByEntity(rows, fromRow);
  }
}

function toRow(item: IncidentItem, now: number): IncidentRow {
  return {
    source: item.source,
    incident_id: item.id,
    entity_ref: item.entityRef,
    title: item.title,
    severity: item.severity,
    areas: JSON.stringify(item.areas),
    started_at: item.startedAt,
    resolved_at: item.resolvedAt ?? null,
    url: item.url ?? null,
    irreversible: item.irreversible ?? false,
    review: item.review ? JSON.stringify(item.review) : null,
    recorded_at: now,
    content_hash: contentHash(item),
  };
}

function fromRow(row: IncidentRow): Incident {
  return {
    id: row.incident_id,
    source: row.source,
    entityRef: row.entity_ref,
    title: row.title,
    severity: row.severity as Severity,
    areas: JSON.parse(row.areas),
    startedAt: Number(row.started_at),
    resolvedAt: row.resolved_at === null ? undefined : Number(row.resolved_at),
    recordedAt: Number(row.recorded_at),
    url: row.url ?? undefined,
    // Any other class needs a board's word.
    class: 'none',
    irreversible: Boolean(row.irreversible),
    review: row.review ? JSON.parse(row.review) : undefined,
  };
}
