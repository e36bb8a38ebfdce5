import type { Knex } from 'knex';
import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { readStandings } from '../standings';
import { walkTable } from '../walkTable';

interface Row {
  entity_ref: string;
  check_id: string;
  sequence: number;
  recorded_at: number | string;
}

/**
 * Words of owners that a later word replaced long ago. The last word on each check stays, however old: it
 * tells that the check was answered.
 *
 * @internal
 */
export function attestations(periods: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'attestations',
    table: 'attestations',
    key: ['entity_ref', 'check_id', 'sequence'],
    numericKey: ['sequence'],
    // A word is never changed; of one that was replaced nobody asks whether it was taken back.
    version: 'recorded_at',
    async selectSpent(trx, rows, now) {
      const refs = [...new Set(rows.map(row => row.entity_ref))];
      const standings = await readStandings(trx, refs, periods, now);
      const boundOf = (ref: string): number => {
        const standing = standings.get(ref)!;
        const until = standing.kind === 'kept' ? standing.resumesAt : now;
        return until - periods.evidence;
      };
      const replacing = await readReplacing(trx, refs, boundOf);
      return rows.filter(row =>
        standings.get(row.entity_ref)!.kind === 'unknown'
          ? Number(row.recorded_at) < boundOf(row.entity_ref)
          : row.sequence < (replacing.get(checkKey(row)) ?? 0),
      );
    },
  });
}

function checkKey(row: Pick<Row, 'entity_ref' | 'check_id'>): string {
  return `${row.entity_ref}\n${row.check_id}`;
}

/** The last word on each check that is older than a bound; what was said before it counts nowhere. */
async function readReplacing(
  trx: Knex.Transaction,
  refs: readonly string[],
  boundOf: (entityRef: string) => number,
): Promise<Map<string, number>> {
  const words: Row[] = await trx('attestations')
    .whereIn('entity_ref', refs)
    .select('entity_ref', 'check_id', 'sequence', 'recorded_at');
  const replacing = new Map<string, number>();
  for (const word of words) {
    const key = checkKey(word);
    if (Number(word.recorded_at) < boundOf(word.entity_ref)) {
      const known = replacing.get(key) ?? 0;
      replacing.set(key, Math.max(known, word.sequence));
    }
  }
  return replacing;
}
