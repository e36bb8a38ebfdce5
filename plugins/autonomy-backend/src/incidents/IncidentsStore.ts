import type {
  Incident,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EvidenceRow } from '../database';
import { DatabaseEvidenceStore, type EvidenceStore } from '../ingestion';
import type { IncidentItem } from './incidentItemSchema';

/**
 * What went wrong with entities.
 *
 * @internal
 */
export type IncidentsStore = EvidenceStore<IncidentItem, Incident>;

/**
 * @internal
 */
export function createIncidentsStore(options: { knex: Knex }): IncidentsStore {
  return DatabaseEvidenceStore.create({
    knex: options.knex,
    mapping: {
      table: {
        name: 'incidents',
        key: ['source', 'incident_id'],
      },
      toRow,
      fromRow,
    },
  });
}

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

function toRow(
  item: IncidentItem,
): Omit<IncidentRow, 'recorded_at' | 'content_hash'> {
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
