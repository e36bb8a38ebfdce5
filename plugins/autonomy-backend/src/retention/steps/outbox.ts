import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  created_at: number | string;
  id: string;
  quarantined_at: number | string | null;
}

/**
 * Announcements that were given up and that nobody has asked for since.
 *
 * @internal
 */
export function outbox({ quarantine }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'outbox',
    table: 'outbox',
    key: ['created_at', 'id'],
    numericKey: ['created_at'],
    version: 'quarantined_at',
    before: now => now - quarantine,
    selectSpent: (_, rows, now) =>
      rows.filter(
        row =>
          row.quarantined_at !== null &&
          Number(row.quarantined_at) < now - quarantine,
      ),
  });
}
