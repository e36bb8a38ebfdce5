import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings, type Standing } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  opened_at: number | string;
  id: string;
  entity_ref: string;
  ends_at: number | string;
  extended_to: number | string | null;
  updated_at: number | string;
}

/**
 * Recalibration plans that ended so long ago that what was learnt from them counts for no incident any more. Drafts end
 * by themselves, too.
 *
 * @internal
 */
export function plans(periods: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'plans',
    table: 'plans',
    key: ['opened_at', 'id'],
    numericKey: ['opened_at'],
    version: 'updated_at',
    columns: ['entity_ref', 'ends_at', 'extended_to'],
    before: now => now - periods.evidence,
    async selectSpent(trx, rows, now) {
      const refs = rows.map(row => row.entity_ref);
      const standings = await readStandings(trx, refs, periods, now);
      return rows.filter(
        row =>
          lastInstantOf(row) <
          neededSince(standings.get(row.entity_ref)!, now) - periods.evidence,
      );
    },
  });
}

function neededSince(standing: Standing, now: number): number {
  return standing.kind === 'kept' ? Math.min(now, standing.oldestNow) : now;
}

function lastInstantOf(row: Row): number {
  return Math.max(
    Number(row.ends_at),
    Number(row.extended_to ?? 0),
    Number(row.updated_at),
  );
}
