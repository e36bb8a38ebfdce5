import type { Knex } from 'knex';
import {
  contentHash,
  groupByEntity,
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
} from '../database';
import type { AlsoStore, EvidenceStore } from './EvidenceStore';

/**
 * How one kind of evidence becomes rows and is read again.
 *
 * @internal
 */
export interface EvidenceMapping<TItem, TRow extends EvidenceRow, TRecord> {
  table: EvidenceTable<TRow>;
  /** The column by which old records are left out when reading. */
  endedAt?: keyof TRow & string;
  /** @param now - UTC milliseconds */
  toRow(item: TItem, now: number): Omit<TRow, 'recorded_at' | 'content_hash'>;
  /** What the reporter said of the item; all of it if absent. */
  reported?(item: TItem): unknown;
  fromRow(row: TRow): TRecord;
}

/**
 * @internal
 */
export class DatabaseEvidenceStore<TItem, TRow extends EvidenceRow, TRecord>
  implements EvidenceStore<TItem, TRecord>
{
  readonly #knex: Knex;
  readonly #mapping: EvidenceMapping<TItem, TRow, TRecord>;

  static create<TItem, TRow extends EvidenceRow, TRecord>(options: {
    knex: Knex;
    mapping: EvidenceMapping<TItem, TRow, TRecord>;
  }): DatabaseEvidenceStore<TItem, TRow, TRecord> {
    return new DatabaseEvidenceStore(options.knex, options.mapping);
  }

  private constructor(
    knex: Knex,
    mapping: EvidenceMapping<TItem, TRow, TRecord>,
  ) {
    this.#knex = knex;
    this.#mapping = mapping;
  }

  put(items: readonly TItem[], now: number, also?: AlsoStore) {
    const { reported, table, toRow } = this.#mapping;
    const rows = items.map(
      item =>
        ({
          ...toRow(item, now),
          recorded_at: now,
          content_hash: contentHash(reported ? reported(item) : item),
        } as TRow),
    );
    return this.#knex.transaction(async trx => {
      const outcome = await upsertRecords(trx, table, rows);
      await also?.(trx, outcome);
      return outcome;
    });
  }

  async readFor(entityRefs: readonly string[], since?: number) {
    const { endedAt, fromRow, table } = this.#mapping;
    const query = this.#knex(table.name).whereIn('entity_ref', entityRefs);
    if (endedAt !== undefined && since !== undefined) {
      query.where(endedAt, '>=', since);
    }
    const rows: TRow[] = await query;
    return groupByEntity(rows, fromRow);
  }
}
