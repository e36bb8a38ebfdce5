import type {
  ActivityItem,
  HistoryPoint,
  RecordedEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * @internal
 */
export interface PointRow {
  at: number | string;
  policy_version: string;
  level: HistoryPoint['level'];
  guardrail_status: HistoryPoint['guardrailStatus'];
  readiness: number | null;
  readiness_band: HistoryPoint['readinessBand'] | null;
  accountability: number;
  trust: string;
  rights: string;
}

/** All but the state, which is wide and for evaluations only. @internal */
export const POINT_COLUMNS: readonly (keyof PointRow)[] = [
  'at',
  'policy_version',
  'level',
  'guardrail_status',
  'readiness',
  'readiness_band',
  'accountability',
  'trust',
  'rights',
];

/**
 * @internal
 */
export interface EventRow {
  id: string;
  at: number | string;
  recorded_at: number | string;
  policy_version: string;
  event: string;
}

/** @internal */
export const EVENT_COLUMNS = [
  'id',
  'at',
  'recorded_at',
  'policy_version',
  'event',
].map(column => `evaluation_events.${column}`);

/**
 * An event with what it is about.
 *
 * @internal
 */
export interface ActivityRow extends EventRow {
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  owner_ref: string | null;
  domain_ref: string | null;
}

/** @internal */
export const ACTIVITY_COLUMNS = [
  ...EVENT_COLUMNS,
  'entities.entity_ref',
  'entities.kind',
  'entities.namespace',
  'entities.name',
  'entities.title',
  'entities.owner_ref',
  'entity_context.domain_ref',
];

/**
 * @internal
 */
export function toPoint(row: PointRow): HistoryPoint {
  return {
    at: Number(row.at),
    policyVersion: row.policy_version,
    level: row.level,
    guardrailStatus: row.guardrail_status,
    readiness: row.readiness ?? undefined,
    readinessBand: row.readiness_band ?? undefined,
    accountability: row.accountability,
    trust: JSON.parse(row.trust),
    rights: JSON.parse(row.rights),
  };
}

/**
 * @internal
 */
export function toEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    recordedAt: Number(row.recorded_at),
    policyVersion: row.policy_version,
    event: JSON.parse(row.event),
  };
}

/**
 * @internal
 */
export function toActivity(row: ActivityRow): ActivityItem {
  return {
    ...toEvent(row),
    entity: {
      entityRef: row.entity_ref,
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
      title: row.title ?? undefined,
      ownerRef: row.owner_ref ?? undefined,
      domainRef: row.domain_ref ?? undefined,
    },
  };
}
