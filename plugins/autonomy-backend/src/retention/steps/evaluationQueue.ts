import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  entity_ref: string;
  version: number | string;
}

/**
 * What was marked for evaluation and is no entity in scope, such as a misspelt ref in a report. Should it
 * become one, the sweep marks it again.
 *
 * @internal
 */
export function evaluationQueue(periods: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'evaluation-queue',
    table: 'evaluation_queue',
    key: ['entity_ref'],
    version: 'version',
    async selectSpent(trx, rows, now) {
      const refs = rows.map(row => row.entity_ref);
      const standings = await readStandings(trx, refs, periods, now);
      return rows.filter(
        row => standings.get(row.entity_ref)!.kind === 'unknown',
      );
    },
  });
}
