import type {
  Incident,
  IncidentKey,
  IncidentReview,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The cause of an incident that debits nobody.
 *
 * @internal
 */
export const EXTERNAL = 'external';

/**
 * That a source said an incident was open, or resolved, at an instant in UTC milliseconds.
 *
 * @internal
 */
export type IncidentState = readonly [occurredAt: number, isResolved: boolean];

/**
 * What the source says where something else may count.
 *
 * @internal
 */
export interface ToldParts {
  entityRef: string;
  severity: Severity;
  areas: readonly string[];
  /** UTC milliseconds, as the next. */
  startedAt: number;
  resolvedAt?: number;
  irreversible: boolean;
  review?: IncidentReview;
  causedBy?: string;
  affected?: readonly string[];
}

/**
 * The source's own side of an incident: its newest word, and what its older ones leave behind.
 *
 * @internal
 */
export interface ToldIncident extends ToldParts {
  /** Since when the source says so, in UTC milliseconds. */
  occurredAt: number;
  /** Fingerprint of all that it says. */
  contentHash: string;
  /** The worst that it ever said. */
  highestSeverity: Severity;
  /** All that it ever named; empty where it never named any. */
  allAreas: readonly string[];
  /** The latest start that it ever told, in UTC milliseconds. */
  latestStart: number;
  /** In order of time, each once. */
  states: readonly IncidentState[];
}

/**
 * What owners and boards wrote; it counts instead of what the source says.
 *
 * @internal
 */
export interface EditedIncident {
  /** UTC milliseconds; counts where the source does not say when it ended. */
  resolvedAt?: number;
  irreversible?: boolean;
  review?: IncidentReview;
  affected?: readonly string[];
}

/**
 * All that is kept of an incident.
 *
 * @internal
 */
export interface IncidentRecord {
  /** What counts. */
  incident: Incident;
  told: ToldIncident;
  edited: EditedIncident;
}

/**
 * @internal
 */
export function keyText({ id, source }: IncidentKey): string {
  return JSON.stringify([source, id]);
}

/**
 * Who answers for an incident: an entity ref, or `external`.
 *
 * @internal
 */
export function causeOf({ causedBy, entityRef }: Incident): string {
  return causedBy ?? entityRef;
}

/**
 * The entities whose results an incident changes.
 *
 * @internal
 */
export function concerned({ causedBy, entityRef }: Incident): string[] {
  return causedBy === undefined || causedBy === EXTERNAL
    ? [entityRef]
    : [entityRef, causedBy];
}

/**
 * The record with what people wrote laid over what the source says.
 *
 * @internal
 */
export function compose({
  edited,
  incident,
  told,
}: IncidentRecord): IncidentRecord {
  return {
    incident: {
      ...incident,
      resolvedAt: told.resolvedAt ?? endOf(edited, incident),
      irreversible: edited.irreversible ?? told.irreversible,
      review: edited.review ?? told.review,
      affected: edited.affected ?? told.affected,
    },
    told,
    edited,
  };
}

/** The end that people gave it, where it was not open again since. */
function endOf(
  { resolvedAt }: EditedIncident,
  { reopenedAt = -Infinity }: Incident,
): number | undefined {
  return resolvedAt !== undefined && resolvedAt > reopenedAt
    ? resolvedAt
    : undefined;
}
