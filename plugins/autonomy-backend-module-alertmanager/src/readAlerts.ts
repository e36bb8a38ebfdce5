import type {
  IncidentMessage,
  IncidentReport,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { Alert } from './parseNotification';
import { toIncidentReport } from './toIncidentReport';

/**
 * What the alerts of one notification say.
 *
 * @param options - `heartbeatAlert`: name of the alert that is a heartbeat while it fires, and never an incident
 * @internal
 */
export function readAlerts(
  alerts: readonly Alert[],
  options: { heartbeatAlert: string; receivedAt: number },
): IncidentMessage[] {
  const reports = new Map<string, IncidentReport>();
  let isHeartbeat = false;
  for (const alert of alerts) {
    if (alert.labels.alertname === options.heartbeatAlert) {
      isHeartbeat ||= alert.status === 'firing';
      continue;
    }
    const report = toIncidentReport(alert, options.receivedAt);
    const other = reports.get(report.id);
    // Of two states in one notification the end is the later one.
    if (other?.resolvedAt === undefined) {
      reports.set(report.id, report);
    }
  }
  return [
    ...(isHeartbeat ? [{ kind: 'heartbeat' } as const] : []),
    ...reports.values(),
  ];
}
