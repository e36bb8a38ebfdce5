import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  entity_ref: string;
  collector: string;
  collected_at: number | string;
}

/**
 * Facts about entities that the catalog never had, such as those of a misspelt ref. What a collector last
 * said about an entity of the catalog stays, however old: whether it ever spoke decides who is asked.
 *
 * @internal
 */
export function facts(periods: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'facts',
    table: 'facts',
    key: ['entity_ref', 'collector'],
    version: 'collected_at',
    async selectSpent(trx, rows, now) {
      const old = rows.filter(
        row => Number(row.collected_at) < now - periods.evidence,
      );
      const refs = old.map(row => row.entity_ref);
      const standings = await readStandings(trx, refs, periods, now);
      return old.filter(
        row => standings.get(row.entity_ref)!.kind === 'unknown',
      );
    },
  });
}
