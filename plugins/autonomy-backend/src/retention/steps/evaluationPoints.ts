import type { Knex } from 'knex';
import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';
import { walkTable } from '../walkTable';

interface Row {
  at: number | string;
  entity_ref: string;
}

/**
 * What evaluations said before the window of history began. A point holds until the next one: the last one
 * before the window is what a series begins with, and the last one with a state is what an evaluation of a
 * past instant goes on from.
 *
 * @internal
 */
export function evaluationPoints({ history }: RetentionPeriods): RetentionStep {
  return walkTable<Row>({
    name: 'evaluation-points',
    table: 'evaluation_points',
    key: ['at', 'entity_ref'],
    numericKey: ['at'],
    version: 'at',
    before: now => now - history,
    async selectSpent(trx, rows, now) {
      const refs = [...new Set(rows.map(row => row.entity_ref))];
      const beginnings = await readBeginnings(trx, refs, now - history);
      return rows.filter(
        row => !beginnings.get(row.entity_ref)?.has(Number(row.at)),
      );
    },
  });
}

/** When the points were made that hold when the window begins. */
async function readBeginnings(
  trx: Knex.Transaction,
  refs: readonly string[],
  windowFrom: number,
): Promise<Map<string, Set<number>>> {
  const rows = await trx('evaluation_points')
    .whereIn('entity_ref', refs)
    .where('at', '<', windowFrom)
    .groupBy('entity_ref')
    .select(
      'entity_ref',
      trx.raw('max(at) as last_at'),
      trx.raw('max(case when state is not null then at end) as last_state_at'),
    );
  return new Map(
    rows.map(row => [
      row.entity_ref,
      new Set([Number(row.last_at), Number(row.last_state_at)]),
    ]),
  );
}
