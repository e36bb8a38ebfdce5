import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  id: string;
  entity_ref: string;
  state: string;
  lapses_at: number | string;
  agreed_at: number | string | null;
  follow_up_at: number | string | null;
}

/**
 * Trust audits that ended long ago, with what was said in them. One that opens another stays until then.
 *
 * @internal
 */
export function trustAudits(periods: RetentionPeriods): RetentionStep {
  const keptFor = Math.max(periods.history, periods.evidence);
  return walkTable<Row>({
    name: 'trust-audits',
    table: 'trust_audits',
    key: ['id'],
    version: 'state',
    columns: ['entity_ref', 'lapses_at', 'agreed_at', 'follow_up_at'],
    async selectSpent(trx, rows, now) {
      const standings = await readStandings(
        trx,
        rows.map(row => row.entity_ref),
        periods,
        now,
      );
      return rows.filter(row => {
        const standing = standings.get(row.entity_ref)!;
        const until = standing.kind === 'kept' ? standing.resumesAt : now;
        return endOf(row) < until - keptFor;
      });
    },
  });
}

/** The last instant that anything comes of it. */
function endOf(row: Row): number {
  const endedAt = row.agreed_at ?? row.lapses_at;
  return Math.max(Number(endedAt), Number(row.follow_up_at ?? 0));
}
