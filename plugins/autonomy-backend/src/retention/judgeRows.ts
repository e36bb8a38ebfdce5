import type { Knex } from 'knex';

/**
 * What became of rows.
 *
 * @internal
 */
export interface Judgement<TRow> {
  /** Those that may go. */
  spent: TRow[];
  /** Those that could not be judged, and why. */
  odd: { row: TRow; error: unknown }[];
}

/**
 * Judges rows together, and where that fails, in ever smaller parts, so that one row which cannot be judged
 * keeps none of the others from it.
 *
 * @param judge - those of the rows that may go
 * @throws what `judge` throws even without any row, which is no row's fault
 * @internal
 */
export async function judgeRows<TRow>(
  trx: Knex.Transaction,
  rows: readonly TRow[],
  judge: (trx: Knex.Transaction, rows: TRow[]) => TRow[] | Promise<TRow[]>,
): Promise<Judgement<TRow>> {
  // After a query that failed PostgreSQL goes on from a savepoint only.
  const attempt = (some: readonly TRow[]) =>
    trx.transaction(async savepoint => judge(savepoint, [...some]));
  const judgement: Judgement<TRow> = { spent: [], odd: [] };
  const judgePart = async (part: readonly TRow[]): Promise<void> => {
    try {
      judgement.spent.push(...(await attempt(part)));
    } catch (error) {
      if (part.length === rows.length) {
        await attempt([]);
      }
      if (part.length <= 1) {
        judgement.odd.push(...part.map(row => ({ row, error })));
        return;
      }
      const middle = Math.ceil(part.length / 2);
      await judgePart(part.slice(0, middle));
      await judgePart(part.slice(middle));
    }
  };
  await judgePart(rows);
  return judgement;
}
