import type {
  IncidentReport,
  IncidentSubject,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PagerDutyIncident } from './incidentSchema';

/**
 * @param occurredAt - since when it is so, UTC milliseconds
 * @internal
 */
export function toIncidentReport(
  incident: PagerDutyIncident,
  occurredAt: number,
): IncidentReport {
  return {
    kind: 'incident',
    id: incident.id,
    occurredAt,
    title: incident.title || `Incident ${incident.id}`,
    startedAt: incident.created_at,
    resolvedAt: resolvedAt(incident, occurredAt),
    url: incident.html_url ?? undefined,
    mergedInto:
      incident.status === 'resolved'
        ? incident.resolve_reason ?? undefined
        : undefined,
    subject: toSubject(incident),
  };
}

/**
 * Webhooks do not say when an incident was resolved. With `incident.resolved` that is when the event
 * occurred; with an event about an incident that is resolved already, it is the latest it can have been.
 */
function resolvedAt(
  incident: PagerDutyIncident,
  occurredAt: number,
): number | undefined {
  if (incident.status !== 'resolved') {
    return undefined;
  }
  return Math.max(
    incident.created_at,
    incident.resolved_at ?? incident.last_status_change_at ?? occurredAt,
  );
}

function toSubject(incident: PagerDutyIncident): IncidentSubject {
  const { incident_type: type, priority, service, teams, urgency } = incident;
  const labels = (teams ?? []).map(({ id, summary }) => [
    `team:${id}`,
    summary ?? '',
  ]);
  if (type?.name) {
    labels.push(['incidentType', type.name]);
  }
  return {
    service: service
      ? { id: service.id, name: service.summary || undefined }
      : undefined,
    labels: Object.fromEntries(labels),
    priority: priority?.summary || undefined,
    urgency: urgency || undefined,
  };
}
