import type { Knex } from 'knex';
import {
  contentHash,
  groupByEntity,
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
} from '../database';
import type { EvidenceStore } from './EvidenceStore';

/**
 * How one kind of evidence becomes rows and is read again.
 *
 * @internal
 */
export interface EvidenceMapping<TItem, TRow extends EvidenceRow, TRecord> {
  table: EvidenceTable<TRow>;
  /** The column by which old records are left out when reading. */
  endedAt?: keyof TRow & string;
  toRow(item: TItem): Omit<TRow, 'recorded_at' | 'content_hash'>;
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

  put(items: readonly TItem[], now: number) {
    const { table, toRow } = this.#mapping;
    const rows = items.map(
      item =>
        ({
          ...toRow(item),
          recorded_at: now,
          content_hash: contentHash(item),
        } as TRow),
    );
    return this.#knex.transaction(trx => upsertRecords(trx, table, rows));
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
