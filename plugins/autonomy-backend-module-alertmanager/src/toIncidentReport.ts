import type {
  IncidentReport,
  IncidentSubject,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { oneLine } from './oneLine';
import type { Alert } from './parseNotification';

const MAX_TITLE_LENGTH = 500;
const MAX_URL_LENGTH = 2_000;
const MAX_NAME_LENGTH = 200;
const MAX_LABELS = 100;
const MAX_LABEL_LENGTH = 500;

/**
 * The state of an alert as an incident.
 *
 * @remarks
 *
 * Alertmanager tells alerts apart by their labels, so the same fingerprint that starts later is another
 * incident. What it says counts from when it was said, and not from when the alert began or ended: an alert
 * that Prometheus lost sight of is reported resolved, and then as firing with the start that it had.
 *
 * @internal
 */
export function toIncidentReport(
  alert: Alert,
  receivedAt: number,
): IncidentReport {
  const { fingerprint, startsAt } = alert;
  const resolvedAt = alert.status === 'resolved' ? alert.endsAt : undefined;
  return {
    kind: 'incident',
    id: `${fingerprint}:${new Date(startsAt).toISOString()}`,
    occurredAt: receivedAt,
    title: titleOf(alert),
    startedAt: startsAt,
    ...(resolvedAt !== undefined && { resolvedAt }),
    ...urlOf(alert),
    subject: subjectOf(alert),
  };
}

function titleOf({ annotations = {}, fingerprint, labels }: Alert): string {
  const [title] = [annotations.summary, annotations.title, labels.alertname]
    .map(text => oneLine(text, MAX_TITLE_LENGTH))
    .filter(text => text);
  return title ?? `Alert ${fingerprint}`;
}

/** Where the alert comes from, else what to do about it. */
function urlOf({ annotations = {}, generatorURL }: Alert): { url?: string } {
  const url = [generatorURL, annotations.runbook_url].find(isWebAddress);
  return url ? { url } : {};
}

function isWebAddress(text?: string): text is string {
  if (
    !text ||
    text.length > MAX_URL_LENGTH ||
    !/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu.test(text) ||
    !URL.canParse(text)
  ) {
    return false;
  }
  // Whoever sees the incident need not see somebody's password.
  const { username, password } = new URL(text);
  return !username && !password;
}

/** A label with an empty value is no label in Prometheus. */
function subjectOf({ labels }: Alert): IncidentSubject {
  const severity = oneLine(labels.severity, MAX_NAME_LENGTH);
  const name =
    oneLine(labels.service, MAX_NAME_LENGTH) ||
    oneLine(labels.job, MAX_NAME_LENGTH);
  return {
    labels: tidyLabels(labels),
    ...(severity && { severity }),
    ...(name && { service: { name } }),
  };
}

function tidyLabels(labels: Alert['labels']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels)
      .filter(
        ([name]) =>
          name.length <= MAX_NAME_LENGTH &&
          oneLine(name, MAX_NAME_LENGTH) === name,
      )
      .slice(0, MAX_LABELS)
      .map(([name, value]) => [name, oneLine(value, MAX_LABEL_LENGTH)]),
  );
}
