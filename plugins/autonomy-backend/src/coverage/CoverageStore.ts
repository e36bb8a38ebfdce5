import type { Coverage } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity, toInstant, type EvidenceRow } from '../database';
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
export function createCoverageStore({ knex }: { knex: Knex }): CoverageStore {
  const declared = DatabaseEvidenceStore.create({
    knex,
    mapping: {
      table: {
        name: 'coverage',
        key: ['entity_ref', 'source', 'from_at'],
      },
      toRow,
      fromRow,
    },
  });
  return {
    put: (items, now, also) => declared.put(items, now, also),
    async readFor(entityRefs) {
      const rows: (CoverageRow & HeardRow)[] = await knex('coverage')
        .leftJoin(
          'incident_sources',
          'incident_sources.source',
          'coverage.source',
        )
        .whereIn('coverage.entity_ref', entityRefs)
        .select('coverage.*', 'incident_sources.last_heard_at as heard_at');
      return groupByEntity(rows, row => fromRow(row, row));
    },
  };
}

interface CoverageRow extends EvidenceRow {
  source: string;
  from_at: number;
  to_at: number | null;
  last_heard_at: number;
  /** Open, and heard of whenever its source is. */
  follows_source: boolean;
}

interface HeardRow {
  heard_at: number | null;
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
    // What an operator declares is theirs to end.
    follows_source: false,
  };
}

function fromRow(row: CoverageRow, source?: HeardRow): Coverage {
  const heardAt = row.follows_source ? source?.heard_at : undefined;
  return {
    entityRef: row.entity_ref,
    source: row.source,
    from: Number(row.from_at),
    to: toInstant(row.to_at),
    lastHeardAt: Number(heardAt ?? row.last_heard_at),
  };
}
