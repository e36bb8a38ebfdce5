import type { CollectedFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  contentHash,
  groupByEntity,
  upsertRecords,
  type EvidenceRow,
  type EvidenceTable,
} from '../database';
import type { FactItem } from './factItemSchema';
import type { FactsStore } from './FactsStore';

interface FactsRow extends EvidenceRow {
  collector: string;
  document: string;
  collected_at: number;
  ttl: number;
}

const TABLE: EvidenceTable<FactsRow> = {
  name: 'facts',
  key: ['entity_ref', 'collector'],
  newerBy: 'collected_at',
};

/**
 * @internal
 */
export class DatabaseFactsStore implements FactsStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseFactsStore {
    return new DatabaseFactsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  put(items: readonly FactItem[], now: number) {
    const rows = items.map(item => toRow(item, now));
    return this.#knex.transaction(trx => upsertRecords(trx, TABLE, rows));
  }

  async readFor(
    entityRefs: readonly string[],
  ): Promise<Map<string, CollectedFacts[]>> {
    const rows = await this.#knex<FactsRow>('facts').whereIn(
      'entity_ref',
      entityRefs,
    );
    return groupByEntity(rows, fromRow);
  }
}

function toRow(item: FactItem, now: number): FactsRow {
  return {
    entity_ref: item.entityRef,
    collector: item.collector,
    document: JSON.stringify(item.values),
    collected_at: item.collectedAt,
    ttl: item.ttl,
    recorded_at: now,
    content_hash: contentHash(item),
  };
}

function fromRow(row: FactsRow): CollectedFacts {
  return {
    collector: row.collector,
    values: JSON.parse(row.document),
    collectedAt: Number(row.collected_at),
    ttl: Number(row.ttl),
  };
}
