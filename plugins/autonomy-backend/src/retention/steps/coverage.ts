import type { Knex } from 'knex';
import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  entity_ref: string;
  source: string;
  from_at: number | string;
  to_at: number | string | null;
  last_heard_at: number | string;
  follows_source: boolean | number;
  recorded_at: number | string;
}

/**
 * Coverage that ended before every window began. The last stretch of each source stays: trust is computed
 * as of its end, and a silent source is shown as such.
 *
 * @internal
 */
export function coverage(periods: RetentionPeriods): RetentionStep {
  const { evidence } = periods;
  return walkTable<Row>({
    name: 'coverage',
    table: 'coverage',
    key: ['entity_ref', 'source', 'from_at'],
    numericKey: ['from_at'],
    version: 'last_heard_at',
    columns: ['to_at', 'follows_source', 'recorded_at'],
    async selectSpent(trx, rows, now) {
      const refs = [...new Set(rows.map(row => row.entity_ref))];
      const standings = await readStandings(trx, refs, periods, now);
      const last = await readLast(trx, refs);
      return rows.filter(row => {
        const standing = standings.get(row.entity_ref)!;
        const isOpen = row.to_at === null && Boolean(row.follows_source);
        if (isOpen || standing.kind === 'departed') {
          return false;
        }
        return standing.kind === 'unknown'
          ? Math.max(endOf(row), Number(row.recorded_at)) < now - evidence
          : endOf(row) < standing.oldestNow - evidence &&
              Number(row.from_at) < last.get(sourceKey(row))!;
      });
    },
  });
}

function endOf({ last_heard_at: lastHeardAt, to_at: to }: Row): number {
  return Number(to ?? lastHeardAt);
}

function sourceKey(row: Pick<Row, 'entity_ref' | 'source'>): string {
  return `${row.entity_ref}\n${row.source}`;
}

/** When the last stretch of each source began. */
async function readLast(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<Map<string, number>> {
  const rows = await trx('coverage')
    .whereIn('entity_ref', refs)
    .groupBy('entity_ref', 'source')
    .select('entity_ref', 'source')
    .max('from_at as from_at');
  return new Map(rows.map((row: any) => [sourceKey(row), Number(row.from_at)]));
}
