import type {
  Consequence,
  Incident,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EvidenceRow } from '../database';
import { DatabaseEvidenceStore, type EvidenceStore } from '../ingestion';
import type { IncidentConsequences } from './IncidentConsequences';
import type { IncidentItem } from './incidentItemSchema';

/**
 * What went wrong with entities. Consequences stay those of the first report.
 *
 * @internal
 */
export type IncidentsStore = EvidenceStore<IncidentItem, Incident>;

/** An incident with what was known when it was reported. */
interface RecordedIncident extends IncidentItem {
  /** Of each area; absent where the entity is not known. */
  consequences?: Record<string, Consequence>;
}

/**
 * @internal
 */
export function createIncidentsStore(options: {
  consequences: IncidentConsequences;
  knex: Knex;
}): IncidentsStore {
  const { consequences, knex } = options;
  const store = DatabaseEvidenceStore.create({
    knex,
    mapping: {
      table: {
        name: 'incidents',
        key: ['source', 'incident_id'],
        kept: ['consequences'],
      },
      toRow,
      reported: ({ consequences: _, ...item }: RecordedIncident) => item,
      fromRow,
    },
  });
  return {
    async put(items, now, also) {
      const known = await consequences.of(items.map(item => item.entityRef));
      return store.put(
        items.map(item => ({
          ...item,
          consequences: known.get(item.entityRef),
        })),
        now,
        also,
      );
    },
    readFor: (entityRefs, since) => store.readFor(entityRefs, since),
  };
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
  updated_at: number | null;
  consequences: string | null;
}

function toRow(
  item: RecordedIncident,
  now: number,
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
    updated_at: now,
    consequences: item.consequences ? JSON.stringify(item.consequences) : null,
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
    updatedAt: row.updated_at === null ? undefined : Number(row.updated_at),
    url: row.url ?? undefined,
    // Any other class needs a board's word.
    class: 'none',
    irreversible: Boolean(row.irreversible),
    review: row.review ? JSON.parse(row.review) : undefined,
    consequences: row.consequences ? JSON.parse(row.consequences) : undefined,
  };
}
