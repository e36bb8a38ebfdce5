import type { CollectedFacts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { contentHash } from '../database';
import type { FactItem } from './factItemSchema';
import type { FactRun } from './FactTimeline';

/**
 * A run as it is stored, in `facts` and in `fact_history`.
 *
 * @internal
 */
export interface FactRunRow {
  entity_ref: string;
  collector: string;
  /** Null where the first report is from before runs were kept. */
  since: number | null;
  collected_at: number;
  ttl: number;
  document: string;
  content_hash: string;
}

/**
 * @internal
 */
export function factKey(row: { entity_ref: string; collector: string }) {
  return `${row.entity_ref} ${row.collector}`;
}

/**
 * @internal
 */
export function toRun(item: FactItem): FactRun {
  return {
    since: item.collectedAt,
    collectedAt: item.collectedAt,
    ttl: item.ttl,
    document: JSON.stringify(item.values),
    hash: contentHash(item.values),
  };
}

/**
 * @internal
 */
export function toRow(
  key: { entity_ref: string; collector: string },
  run: FactRun,
): FactRunRow {
  return {
    entity_ref: key.entity_ref,
    collector: key.collector,
    since: run.since,
    collected_at: run.collectedAt,
    ttl: run.ttl,
    document: run.document,
    content_hash: run.hash,
  };
}

/**
 * @internal
 */
export function runOf(row: FactRunRow): FactRun {
  const collectedAt = Number(row.collected_at);
  return {
    since: row.since === null ? collectedAt : Number(row.since),
    collectedAt,
    ttl: Number(row.ttl),
    document: row.document,
    hash: row.content_hash,
  };
}

/**
 * @internal
 */
export function toFacts(row: FactRunRow): CollectedFacts {
  const { since, collectedAt, ttl, document } = runOf(row);
  return {
    collector: row.collector,
    values: JSON.parse(document),
    since,
    collectedAt,
    ttl,
  };
}
