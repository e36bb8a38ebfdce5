import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  id: string;
  received_at: number | string;
  done_at: number | string | null;
  quarantined_at: number | string | null;
}

/**
 * Deliveries of incident sources that are done, once no source repeats them any more.
 *
 * @internal
 */
export function incidentInbox({ deliveries }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'incident-inbox',
    table: 'incident_inbox',
    key: ['received_at', 'id'],
    numericKey: ['received_at'],
    version: 'done_at',
    columns: ['quarantined_at'],
    before: now => now - deliveries,
    selectSpent: (_, rows) =>
      rows.filter(row => row.done_at !== null && row.quarantined_at === null),
  });
}

/**
 * Deliveries that were set aside and that nobody has asked for since.
 *
 * @internal
 */
export function incidentQuarantine({
  quarantine,
}: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'incident-quarantine',
    table: 'incident_inbox',
    key: ['quarantined_at', 'id'],
    numericKey: ['quarantined_at'],
    version: 'quarantined_at',
    before: now => now - quarantine,
    selectSpent: (_, rows) => rows,
  });
}
