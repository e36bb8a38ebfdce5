import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  recipient_ref: string;
  announcement_id: string;
  quarantined_at: number | string | null;
}

/**
 * Notifications that were given up and that nobody has asked for since.
 *
 * @internal
 */
export function notices({ quarantine }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'notices',
    table: 'notices',
    key: ['recipient_ref', 'announcement_id'],
    version: 'quarantined_at',
    selectSpent: (_, rows, now) =>
      rows.filter(
        row =>
          row.quarantined_at !== null &&
          Number(row.quarantined_at) < now - quarantine,
      ),
  });
}
