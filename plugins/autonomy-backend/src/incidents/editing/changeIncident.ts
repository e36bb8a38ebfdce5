import type {
  Incident,
  IncidentClass,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { ProposedChange } from '../record/IncidentProposal';
import { causeOf, type IncidentRecord } from '../record/IncidentRecord';

/**
 * The record with a change that takes effect.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function changeIncident(
  record: IncidentRecord,
  change: ProposedChange,
  now: number,
): IncidentRecord {
  const changed = { ...partOf(record.incident, change, now), updatedAt: now };
  return { ...record, incident: { ...record.incident, ...changed } };
}

/**
 * Whether a change is so already.
 *
 * @internal
 */
export function isInForce(
  { incident }: IncidentRecord,
  { field, value }: ProposedChange,
): boolean {
  return (field === 'causedBy' ? causeOf(incident) : incident[field]) === value;
}

function partOf(
  { entityRef }: Incident,
  { field, value }: ProposedChange,
  now: number,
): Partial<Incident> {
  switch (field) {
    case 'severity':
      return { severity: value as Severity };
    case 'causedBy':
      return { causedBy: value === entityRef ? undefined : value };
    default:
      return {
        class: value as IncidentClass,
        // Said again in writing, a class counts from then on.
        classifiedAt: value === 'none' ? undefined : now,
      };
  }
}
