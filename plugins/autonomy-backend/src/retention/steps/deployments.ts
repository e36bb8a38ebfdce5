import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  finished_at: number | string;
  source: string;
  deployment_id: string;
  entity_ref: string;
  recorded_at: number | string;
  content_hash: string;
}

/**
 * Deployments that are too old for any window. Windows end from where the record of the entity resumes. One
 * that was reported late stays for as long after the report, so that whoever repeats it does not store it
 * again and again.
 *
 * @internal
 */
export function deployments(periods: RetentionPeriods): RetentionStep {
  const { evidence } = periods;
  return walkTable<Row>({
    name: 'deployments',
    table: 'deployments',
    key: ['finished_at', 'source', 'deployment_id'],
    numericKey: ['finished_at'],
    version: 'content_hash',
    columns: ['entity_ref', 'recorded_at'],
    before: now => now - evidence,
    async selectSpent(trx, rows, now) {
      const refs = rows.map(row => row.entity_ref);
      const standings = await readStandings(trx, refs, periods, now);
      return rows.filter(row => {
        const standing = standings.get(row.entity_ref)!;
        const until = standing.kind === 'kept' ? standing.resumesAt : now;
        return (
          Number(row.finished_at) < until - evidence &&
          Number(row.recorded_at) < now - evidence
        );
      });
    },
  });
}
