import {
  SEVERITIES,
  type IncidentChange,
  type IncidentClass,
  type RecordedIncident,
  type Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ComponentChoice } from './useComponents';

/** What somebody holds to be otherwise about an incident. */
export interface DisputeDraft {
  cause: 'same' | 'other' | 'external';
  /** Where the cause is another. */
  component?: ComponentChoice;
  class: IncidentClass;
  severity: Severity;
}

/** An incident as it counts. */
export function undisputed(incident: RecordedIncident): DisputeDraft {
  return {
    cause: 'same',
    class: incident.class,
    severity: incident.severity,
  };
}

/** Who answers for an incident: an entity ref, or `external`. */
export function causeOf({ causedBy, entityRef }: RecordedIncident): string {
  return causedBy ?? entityRef;
}

/** The severities that cost no more than the one that counts, the gravest first. */
export function lighterSeverities({ severity }: RecordedIncident): Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1).reverse();
}

/** Only what is otherwise; empty where nothing is. */
export function changeOf(
  draft: DisputeDraft,
  incident: RecordedIncident,
): IncidentChange {
  const cause = wantedCause(draft);
  return {
    ...(cause !== undefined &&
      cause !== causeOf(incident) && { causedBy: cause }),
    ...(draft.class !== incident.class && { class: draft.class }),
    ...(draft.severity !== incident.severity && { severity: draft.severity }),
  };
}

function wantedCause({ cause, component }: DisputeDraft): string | undefined {
  switch (cause) {
    case 'other':
      return component?.entityRef;
    case 'external':
      return 'external';
    default:
      return undefined;
  }
}
