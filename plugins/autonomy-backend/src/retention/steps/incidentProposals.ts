import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  id: string;
  source: string;
  incident_id: string;
  proposed_at: number | string;
}

/**
 * Proposals about incidents that are no longer there. Those of an incident that still counts tell how it
 * came to count as it does.
 *
 * @internal
 */
export function incidentProposals(): RetentionStep {
  return walkTable<Row>({
    name: 'incident-proposals',
    table: 'incident_proposals',
    key: ['id'],
    version: 'proposed_at',
    columns: ['source', 'incident_id'],
    async selectSpent(trx, rows) {
      const keyOf = (row: Pick<Row, 'source' | 'incident_id'>) =>
        JSON.stringify([row.source, row.incident_id]);
      const found = await trx('incidents')
        .whereIn(
          ['source', 'incident_id'],
          rows.map(row => [row.source, row.incident_id]),
        )
        .select('source', 'incident_id');
      const known = new Set(found.map(keyOf));
      return rows.filter(row => !known.has(keyOf(row)));
    },
  });
}
