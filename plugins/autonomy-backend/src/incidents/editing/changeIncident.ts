import type {
  Incident,
  IncidentClass,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { areasText, type ProposedChange } from '../record/IncidentProposal';
import {
  causeOf,
  compose,
  type IncidentRecord,
} from '../record/IncidentRecord';
import { isWorse } from '../record/severity';

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
  const { field, value } = change;
  const incident = { ...record.incident, updatedAt: now };
  if (field === 'resolvedAt') {
    const edited = { ...record.edited, resolvedAt: Date.parse(value) };
    return compose({ ...record, incident, edited });
  }
  return {
    ...record,
    incident: { ...incident, ...partOf(incident, change, now) },
  };
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
  switch (field) {
    case 'causedBy':
      return causeOf(incident) === value;
    case 'areas':
      return areasText(incident.areas) === value;
    case 'startedAt':
    case 'resolvedAt':
      return incident[field] === Date.parse(value);
    default:
      return incident[field] === value;
  }
}

/**
 * Whether a change takes away from somebody's debit.
 *
 * @internal
 */
export function lightens(
  incident: Pick<Incident, 'class' | 'severity'>,
  { field, value }: ProposedChange,
): boolean {
  switch (field) {
    case 'severity':
      return isWorse(incident.severity, value as Severity);
    case 'class':
      return value === 'none' || incident.class === 'bypass'
        ? value !== incident.class
        : false;
    default:
      return true;
  }
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
    case 'areas':
      return { areas: value.split(',') };
    case 'startedAt':
      return { startedAt: Date.parse(value) };
    default:
      return {
        class: value as IncidentClass,
        // Said again in writing, a class counts from then on.
        classifiedAt: value === 'none' ? undefined : now,
      };
  }
}
