import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  collected_at: number | string;
  entity_ref: string;
  collector: string;
  ttl: number | string;
  content_hash: string;
}

/**
 * Former versions of facts that no evaluation can ask for any more. A version is known for twice its ttl.
 *
 * @internal
 */
export function factHistory(periods: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'fact-history',
    table: 'fact_history',
    key: ['collected_at', 'entity_ref', 'collector'],
    numericKey: ['collected_at'],
    version: 'content_hash',
    columns: ['ttl'],
    before: now => now - periods.evidence,
    async selectSpent(trx, rows, now) {
      const refs = rows.map(row => row.entity_ref);
      const standings = await readStandings(trx, refs, periods, now);
      return rows.filter(row => {
        const standing = standings.get(row.entity_ref)!;
        const until = standing.kind === 'kept' ? standing.resumesAt : now;
        const keptFor = Math.max(periods.evidence, 2 * Number(row.ttl));
        return Number(row.collected_at) < until - keptFor;
      });
    },
  });
}
