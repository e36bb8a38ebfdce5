import type { Knex } from 'knex';
import { inChunks } from './inChunks';

/**
 * A row that is stored under the reporter's own key.
 *
 * @internal
 */
export interface EvidenceRow {
  entity_ref: string;
  recorded_at: number;
  content_hash: string;
}

/**
 * How one kind of evidence is stored.
 *
 * @internal
 */
export interface EvidenceTable<TRow extends EvidenceRow> {
  name: string;
  key: readonly (keyof TRow & string)[];
  /** Columns that stay those of the first report, besides `recorded_at`. */
  kept?: readonly (keyof TRow & string)[];
}

/**
 * What became of a list of rows.
 *
 * @internal
 */
export interface UpsertOutcome {
  /** For each row given, in order. */
  statuses: ('stored' | 'unchanged')[];
  /** For each row given, whether it was not there before in any form. */
  added: boolean[];
  /** Entities whose evidence changed, the former ones of moved records included. */
  touched: Set<string>;
}

// Below the bind variable limit of SQLite (32,766) for the widest table.
const CHUNK = 250;

/**
 * Inserts and updates rows by key. Equal content is left alone; `recorded_at` stays that of the first
 * report. Rows are judged in the order given, each against those before it.
 *
 * @internal
 */
export async function upsertRecords<TRow extends EvidenceRow>(
  trx: Knex.Transaction,
  table: EvidenceTable<TRow>,
  rows: readonly TRow[],
): Promise<UpsertOutcome> {
  const keyOf = (row: Partial<TRow>) =>
    JSON.stringify(table.key.map(column => row[column]));
  const known = await readKnown(trx, table, rows, keyOf);
  const changed = new Map<string, TRow>();
  const touched = new Set<string>();
  const added: boolean[] = [];

  const statuses = rows.map(row => {
    const key = keyOf(row);
    const before = known.get(key);
    added.push(before === undefined);
    if (before?.content_hash === row.content_hash) {
      return 'unchanged' as const;
    }
    known.set(key, row);
    changed.set(key, row);
    touched.add(row.entity_ref);
    if (before) {
      touched.add(before.entity_ref);
    }
    return 'stored' as const;
  });

  // Ascending keys, so that two batches that meet wait for each other instead of deadlocking.
  const ordered = [...changed].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const chunk of inChunks(ordered, CHUNK)) {
    await writeRows(
      trx,
      table,
      chunk.map(([, row]) => row),
    );
  }
  return { statuses, added, touched };
}

async function readKnown<TRow extends EvidenceRow>(
  trx: Knex.Transaction,
  table: EvidenceTable<TRow>,
  rows: readonly TRow[],
  keyOf: (row: Partial<TRow>) => string,
): Promise<Map<string, TRow>> {
  const known = new Map<string, TRow>();
  for (const chunk of inChunks(rows, CHUNK)) {
    const found = await trx(table.name).whereIn(
      [...table.key],
      chunk.map(row => table.key.map(column => row[column] as string)),
    );
    for (const row of found) {
      // bigint columns arrive as text from PostgreSQL
      const key = keyOf({ ...row, ...numericKey(table, row) });
      known.set(key, row);
    }
  }
  return known;
}

function numericKey<TRow extends EvidenceRow>(
  table: EvidenceTable<TRow>,
  row: Record<string, unknown>,
): Record<string, number> {
  return Object.fromEntries(
    table.key
      .filter(column => column.endsWith('_at'))
      .map(column => [column, Number(row[column])]),
  );
}

async function writeRows<TRow extends EvidenceRow>(
  trx: Knex.Transaction,
  table: EvidenceTable<TRow>,
  rows: readonly TRow[],
): Promise<void> {
  const stays: readonly string[] = [
    'recorded_at',
    ...table.key,
    ...(table.kept ?? []),
  ];
  await trx(table.name)
    .insert(rows as any)
    .onConflict([...table.key])
    .merge(Object.keys(rows[0]).filter(column => !stays.includes(column)));
}
