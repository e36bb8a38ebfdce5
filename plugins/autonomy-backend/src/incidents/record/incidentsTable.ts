import type { IncidentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import { keyText, type IncidentRecord } from './IncidentRecord';
import {
  toIncidentRecord,
  toIncidentRow,
  type IncidentRow,
} from './incidentRows';

const KEY = ['source', 'incident_id'] as const;

/** A batch is one statement; below the limit of SQLite (32,766 variables) for the width of the table. */
const CHUNK = 500;

/** Never written again: the first report and the key. */
const STAYS: readonly string[] = [...KEY, 'recorded_at'];

const pairsOf = (keys: readonly IncidentKey[]) =>
  keys.map(({ id, source }) => [source, id]);

/**
 * Inserts incidents that are not there yet. Whoever inserts the same ones at the same time waits here.
 *
 * @param records - in the order of their keys, so that two batches wait for each other and do not deadlock
 * @returns the keys of those that were inserted
 * @internal
 */
export async function insertNewIncidents(
  trx: Knex.Transaction,
  records: readonly IncidentRecord[],
): Promise<Set<string>> {
  const inserted = new Set<string>();
  for (const chunk of inChunks(records, CHUNK)) {
    const rows = await trx('incidents')
      .insert(chunk.map(toIncidentRow))
      .onConflict([...KEY])
      .ignore()
      .returning([...KEY]);
    for (const row of rows) {
      inserted.add(keyText({ source: row.source, id: row.incident_id }));
    }
  }
  return inserted;
}

/**
 * Reads incidents and keeps others from changing them until the transaction ends.
 *
 * @returns by key
 * @internal
 */
export async function lockIncidents(
  trx: Knex.Transaction,
  keys: readonly IncidentKey[],
): Promise<Map<string, IncidentRecord>> {
  const found = new Map<string, IncidentRecord>();
  for (const chunk of inChunks(keys, CHUNK)) {
    const rows: IncidentRow[] = await trx('incidents')
      .whereIn([...KEY], pairsOf(chunk))
      .orderBy([...KEY])
      .forUpdate();
    for (const row of rows) {
      const record = toIncidentRecord(row);
      found.set(keyText(record.incident), record);
    }
  }
  return found;
}

/**
 * Writes incidents that are locked.
 *
 * @internal
 */
export async function writeIncidents(
  trx: Knex.Transaction,
  records: readonly IncidentRecord[],
): Promise<void> {
  for (const chunk of inChunks(records, CHUNK)) {
    const rows = chunk.map(toIncidentRow);
    await trx('incidents')
      .insert(rows)
      .onConflict([...KEY])
      .merge(
        Object.keys(rows[0]).filter(
          column => !STAYS.includes(column),
        ) as (keyof IncidentRow)[],
      );
  }
}
