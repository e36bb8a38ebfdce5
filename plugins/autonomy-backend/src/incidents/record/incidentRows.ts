import type {
  Consequence,
  Incident,
  IncidentClass,
  IncidentReview,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvidenceRow } from '../../database';
import {
  compose,
  type IncidentRecord,
  type IncidentState,
  type ToldIncident,
  type ToldParts,
} from './IncidentRecord';

/**
 * A row of `incidents`. Null says what can be told from the other columns.
 *
 * @internal
 */
export interface IncidentRow extends EvidenceRow {
  source: string;
  incident_id: string;
  title: string;
  severity: string;
  areas: string;
  started_at: number;
  resolved_at: number | null;
  reopened_at: number | null;
  url: string | null;
  irreversible: boolean;
  review: string | null;
  affected: string | null;
  merged_into: string | null;
  caused_by: string | null;
  class: string;
  classified_at: number | null;
  updated_at: number | null;
  consequences: string | null;
  occurred_at: number;
  highest_severity: string | null;
  states: string | null;
  told: string | null;
  edited: string | null;
}

/**
 * @internal
 */
export function toIncidentRow(record: IncidentRecord): IncidentRow {
  const { edited, incident, told } = record;
  return {
    source: incident.source,
    incident_id: incident.id,
    entity_ref: incident.entityRef,
    title: incident.title,
    severity: incident.severity,
    areas: JSON.stringify(incident.areas),
    started_at: incident.startedAt,
    resolved_at: incident.resolvedAt ?? null,
    reopened_at: incident.reopenedAt ?? null,
    url: incident.url ?? null,
    irreversible: incident.irreversible ?? false,
    review: json(incident.review),
    affected: json(incident.affected),
    merged_into: incident.mergedInto ?? null,
    caused_by: incident.causedBy ?? null,
    class: incident.class,
    classified_at: incident.classifiedAt ?? null,
    recorded_at: incident.recordedAt,
    updated_at: incident.updatedAt ?? null,
    consequences: json(incident.consequences),
    content_hash: told.contentHash,
    occurred_at: told.occurredAt,
    highest_severity:
      told.highestSeverity === incident.severity ? null : told.highestSeverity,
    states: told.states.length > 1 ? JSON.stringify(told.states) : null,
    told: toldDiffers(record) ? JSON.stringify(toToldColumn(told)) : null,
    edited: Object.keys(edited).length > 0 ? JSON.stringify(edited) : null,
  };
}

/**
 * What counts of a row.
 *
 * @internal
 */
export function toIncident(row: IncidentRow): Incident {
  return {
    id: row.incident_id,
    source: row.source,
    entityRef: row.entity_ref,
    title: row.title,
    severity: row.severity as Severity,
    areas: JSON.parse(row.areas),
    startedAt: Number(row.started_at),
    resolvedAt: instant(row.resolved_at),
    reopenedAt: instant(row.reopened_at),
    recordedAt: Number(row.recorded_at),
    updatedAt: instant(row.updated_at),
    url: row.url ?? undefined,
    causedBy: row.caused_by ?? undefined,
    affected: parse<string[]>(row.affected),
    mergedInto: row.merged_into ?? undefined,
    class: row.class as IncidentClass,
    classifiedAt: instant(row.classified_at),
    irreversible: Boolean(row.irreversible),
    review: parse<IncidentReview>(row.review),
    consequences: parse<Record<string, Consequence>>(row.consequences),
  };
}

/**
 * @internal
 */
export function toIncidentRecord(row: IncidentRow): IncidentRecord {
  const incident = toIncident(row);
  const occurredAt = Number(row.occurred_at);
  const told = toldOf(incident, parse<ToldColumn>(row.told));
  return compose({
    incident,
    told: {
      ...told,
      occurredAt,
      contentHash: row.content_hash,
      highestSeverity: (row.highest_severity ?? row.severity) as Severity,
      states: parse<IncidentState[]>(row.states) ?? [
        [occurredAt, told.resolvedAt !== undefined],
      ],
    },
    edited: parse(row.edited) ?? {},
  });
}

/** What the source says and ever said, beyond what has a column of its own. */
type KeptTold = ToldParts & Pick<ToldIncident, 'allAreas' | 'latestStart'>;

/** Null says that it tells no end, whatever people say. */
type ToldColumn = Partial<Omit<KeptTold, 'resolvedAt'>> & {
  resolvedAt?: number | null;
};

function toToldColumn({
  affected,
  allAreas,
  areas,
  causedBy,
  entityRef,
  irreversible,
  latestStart,
  resolvedAt = null,
  review,
  severity,
  startedAt,
}: Omit<KeptTold, 'resolvedAt'> & ToldColumn): ToldColumn {
  return {
    affected,
    allAreas,
    areas,
    causedBy,
    entityRef,
    irreversible,
    latestStart,
    resolvedAt,
    review,
    severity,
    startedAt,
  };
}

function toldOf(incident: Incident, column: ToldColumn | undefined): KeptTold {
  const {
    areas,
    entityRef,
    irreversible = false,
    severity,
    startedAt,
  } = incident;
  const always = {
    entityRef,
    severity,
    areas,
    startedAt,
    irreversible,
    allAreas: areas,
    latestStart: startedAt,
  };
  const { affected, resolvedAt, review } = incident;
  return column
    ? { ...always, ...column, resolvedAt: column.resolvedAt ?? undefined }
    : { ...always, affected, resolvedAt, review };
}

/** Whether anything else counts than what the source says, or it names a cause. */
function toldDiffers({ edited, incident, told }: IncidentRecord): boolean {
  const all = [incident.areas, told.areas, told.allAreas];
  return (
    told.entityRef !== incident.entityRef ||
    told.severity !== incident.severity ||
    told.startedAt !== incident.startedAt ||
    told.latestStart !== incident.startedAt ||
    new Set(all.map(areas => JSON.stringify(areas))).size > 1 ||
    told.causedBy !== undefined ||
    Object.keys(edited).length > 0
  );
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function parse<T>(text: string | null): T | undefined {
  return text === null ? undefined : JSON.parse(text);
}

function instant(value: number | null): number | undefined {
  return value === null ? undefined : Number(value);
}
