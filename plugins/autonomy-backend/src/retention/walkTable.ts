import type { Knex } from 'knex';
import { inChunks } from '../database';
import { deleteHeld } from './deleteHeld';
import { judgeRows } from './judgeRows';
import type { Position, RetentionStep } from './RetentionStep';

const DELETED_AT_ONCE = 200;

/**
 * How one table is gone through.
 *
 * @internal
 */
export interface TableWalk<TRow> {
  name: string;
  table: string;
  /** The columns that name a row, in the order of an index that starts with them. */
  key: readonly (keyof TRow & string)[];
  /** Those of them that hold numbers. */
  numericKey?: readonly (keyof TRow & string)[];
  /** A column that differs after each change of the row that matters. */
  version: keyof TRow & string;
  /** Other columns to read. */
  columns?: readonly (keyof TRow & string)[];
  /** Of the first column of the key: rows from here on are not even looked at. `now` in UTC milliseconds. */
  before?: (now: number) => number | string;
  /** Those of the rows that nothing needs any more; what becomes of one does not depend on the others given. */
  selectSpent(
    trx: Knex.Transaction,
    rows: TRow[],
    now: number,
  ): TRow[] | Promise<TRow[]>;
}

/**
 * A step that goes through a table by its key.
 *
 * @remarks
 *
 * Each look is one range of an index with a limit, so that its plan does not depend on statistics, and costs
 * the same wherever it is. It never waits for a row that somebody else is writing, and deletes no row that
 * was written after it looked.
 *
 * @internal
 */
export function walkTable<TRow extends object>(
  walk: TableWalk<TRow>,
): RetentionStep {
  const { key, name, numericKey = [] } = walk;
  const positionOf = (row: TRow): Position =>
    key.map(column =>
      numericKey.includes(column) ? Number(row[column]) : String(row[column]),
    );
  return {
    name,
    async run(trx, { after, limit, now }) {
      const rows = await readRows(trx, walk, { after, limit, now });
      const { odd, spent } = await judgeRows(trx, rows, (savepoint, some) =>
        walk.selectSpent(savepoint, some, now),
      );
      let deleted = 0;
      for (const chunk of inChunks(spent, DELETED_AT_ONCE)) {
        deleted += await deleteRows(trx, walk, chunk);
      }
      return {
        deleted,
        next:
          rows.length < limit ? undefined : positionOf(rows[rows.length - 1]),
        odd: odd.map(({ error, row }) => ({ at: positionOf(row), error })),
      };
    },
  };
}

function readRows<TRow extends object>(
  trx: Knex.Transaction,
  { before, columns = [], key, table, version }: TableWalk<TRow>,
  { after, limit, now }: { after?: Position; limit: number; now: number },
): Promise<TRow[]> {
  const query = trx(table)
    .select([...new Set([...key, ...columns, version])])
    .orderBy([...key])
    .limit(limit);
  if (before) {
    query.where(key[0], '<', before(now));
  }
  if (after) {
    const marks = key.map(() => '??').join(', ');
    const values = key.map(() => '?').join(', ');
    query.whereRaw(`(${marks}) > (${values})`, [...key, ...after]);
  }
  return query as unknown as Promise<TRow[]>;
}

function deleteRows<TRow extends object>(
  trx: Knex.Transaction,
  { key, table, version }: TableWalk<TRow>,
  rows: readonly TRow[],
): Promise<number> {
  const seen = [...new Set([...key, version])];
  return deleteHeld(trx, table, key, query =>
    query.whereIn(
      seen,
      rows.map(row => seen.map(column => row[column] as string)),
    ),
  );
}
