import type { Coverage } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { EvidenceRow } from '../database';
import { DatabaseEvidenceStore, type EvidenceStore } from '../ingestion';

/**
 * When incident sources watched entities.
 *
 * @internal
 */
export type CoverageStore = EvidenceStore<Coverage, Coverage>;

/**
 * @internal
 */
export function createCoverageStore(options: { knex: Knex }): CoverageStore {
  return DatabaseEvidenceStore.create({
    knex: options.knex,
    mapping: {
      table: {
        name: 'coverage',
        key: ['entity_ref', 'source', 'from_at'],
      },
      toRow,
      fromRow,
    },
  });
}

interface CoverageRow extends EvidenceRow {
  source: string;
  from_at: number;
  to_at: number | null;
  last_heard_at: number;
}

function toRow(
  item: Coverage,
): Omit<CoverageRow, 'recorded_at' | 'content_hash'> {
  return {
    entity_ref: item.entityRef,
    source: item.source,
    from_at: item.from,
    to_at: item.to ?? null,
    last_heard_at: item.lastHeardAt,
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
