import type {
  Incident,
  IncidentKey,
  ProposalEvidence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  areasText,
  causeOf,
  isBySource,
  type IncidentProposal,
} from '../../incidents';
import type { NewOpening } from '../proposals';

/** One change of a field of an incident is asked about at a time. @internal */
export function subjectOf(
  { id, source }: IncidentKey,
  { field }: Pick<IncidentProposal, 'field'>,
): string {
  return `${source}/${id}/${field}`;
}

/**
 * What the board is asked about a pending change.
 *
 * @param movedBy - the member of the board whose changes are no requests
 * @internal
 */
export function incidentQuestion(
  incident: Incident,
  change: IncidentProposal,
  movedBy?: string,
): NewOpening {
  const { entityRef, id, source, title } = incident;
  const { field, proposedBy, reason, value } = change;
  const openedBy = isBySource(change) ? undefined : proposedBy;
  return {
    content: {
      matter: 'incident',
      source,
      incidentId: id,
      title,
      changeId: change.id,
      field,
      from: valueOf(incident, change),
      to: value,
    },
    entityRef,
    evidence: incidentEvidence(incident),
    // Sources ask too, but nobody votes for them.
    isRequest: openedBy !== undefined && openedBy !== movedBy,
    openedBy,
    reason,
    subject: subjectOf(incident, change),
  };
}

/** What a board sees of an incident. @internal */
export function incidentEvidence(incident: Incident): ProposalEvidence[] {
  const { areas, id, resolvedAt, severity, startedAt, title } = incident;
  const line = (name: string, value: string | boolean): ProposalEvidence => ({
    kind: 'incident',
    ref: id,
    title: `${title}: ${name}`,
    value,
  });
  return [
    line('severity', severity),
    line('areas', areas.join(', ') || 'none told'),
    line('class', incident.class),
    line('started', new Date(startedAt).toISOString()),
    line(
      'ended',
      resolvedAt === undefined ? 'not yet' : new Date(resolvedAt).toISOString(),
    ),
    line('caused by', causeOf(incident)),
    line('cannot be undone', incident.irreversible ?? false),
    line('reviewed', incident.review !== undefined),
  ];
}

/** What counts now of what a change is about. */
function valueOf(
  incident: Incident,
  { field }: Pick<IncidentProposal, 'field'>,
): string | undefined {
  switch (field) {
    case 'areas':
      return areasText(incident.areas);
    case 'causedBy':
      return causeOf(incident);
    case 'startedAt':
    case 'resolvedAt': {
      const instant = incident[field];
      return instant === undefined
        ? undefined
        : new Date(instant).toISOString();
    }
    default:
      return incident[field];
  }
}
