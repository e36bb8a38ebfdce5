import type { Coverage } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  contentHash,
  groupByEntity,
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
} from '../database';
import type { CoverageStore } from './CoverageStore';

interface CoverageRow extends EvidenceRow {
  source: string;
  from_at: number;
  to_at: number | null;
  last_heard_at: number;
}

const TABLE: EvidenceTable<CoverageRow> = {
  name: 'coverage',
  key: ['entity_ref', 'source', 'from_at'],
};

/**
 * @internal
 */
export class DatabaseCoverageStore implements CoverageStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseCoverageStore {
    return new DatabaseCoverageStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  put(items: readonly Coverage[], now: number) {
    const rows = items.map(item => toRow(item, now));
    return this.#knex.transaction(trx => upsertRecords(trx, TABLE, rows));
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, Coverage[]>> {
    const rows = await this.#knex<CoverageRow>('coverage').whereIn(
      'entity_ref',
      entityRefs,
    );
    return groupByEntity(rows, fromRow);
  }
}

function toRow(item: Coverage, now: number): CoverageRow {
  return {
    entity_ref: item.entityRef,
    source: item.source,
    from_at: item.from,
    to_at: item.to ?? null,
    last_heard_at: item.lastHeardAt,
    recorded_at: now,
    content_hash: contentHash(item),
  };
}

function fromRow(row: CoverageRow): Coverage {
  return {
    entityRef: row.entity_ref,
    source: row.source,
    from: Number(row.from_at),
    to: row.to_at === null ? undefined : Number(row.to_at),
    lastHeardAt: Number(row.last_heard_at),
  };
}
