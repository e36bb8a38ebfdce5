import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  finished_at: number | string;
  source: string;
  deployment_id: string;
  recorded_at: number | string;
  content_hash: string;
}

/**
 * Deployments that are too old for any window; all of theirs end now. One that was reported late stays for
 * as long after the report, so that whoever repeats it does not store it again and again.
 *
 * @internal
 */
export function deployments({ evidence }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'deployments',
    table: 'deployments',
    key: ['finished_at', 'source', 'deployment_id'],
    numericKey: ['finished_at'],
    version: 'content_hash',
    columns: ['recorded_at'],
    before: now => now - evidence,
    selectSpent: (_, rows, now) =>
      rows.filter(row => Number(row.recorded_at) < now - evidence),
  });
}
