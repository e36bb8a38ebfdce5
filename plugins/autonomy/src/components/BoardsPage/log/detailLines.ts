import type { AuditLogEntry } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What was written down of a decision, name by name; what is no text is shown as it was written. */
export function detailLines({
  details,
}: Pick<AuditLogEntry, 'details'>): [string, string][] {
  return Object.entries(details).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null
      ? []
      : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
  );
}
