import type { CollectedFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EvidenceRow } from '../database';
import { DatabaseEvidenceStore, type EvidenceStore } from '../ingestion';
import type { FactItem } from './factItemSchema';

/**
 * The latest facts of each collector about entities.
 *
 * @internal
 */
export type FactsStore = EvidenceStore<FactItem, CollectedFacts>;

/**
 * @internal
 */
export function createFactsStore(options: { knex: Knex }): FactsStore {
  return DatabaseEvidenceStore.create({
    knex: options.knex,
    mapping: {
      table: {
        name: 'facts',
        key: ['entity_ref', 'collector'],
        newerBy: 'collected_at',
      },
      toRow,
      fromRow,
    },
  });
}

interface FactsRow extends EvidenceRow {
  collector: string;
  document: string;
  collected_at: number;
  ttl: number;
}

function toRow(item: FactItem): Omit<FactsRow, 'recorded_at' | 'content_hash'> {
  return {
    entity_ref: item.entityRef,
    collector: item.collector,
    document: JSON.stringify(item.values),
    collected_at: item.collectedAt,
    ttl: item.ttl,
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
