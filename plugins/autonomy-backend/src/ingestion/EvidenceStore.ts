import type { Knex } from 'knex';
import type { UpsertOutcome } from '../database';

/**
 * What is stored together with evidence, or not at all.
 *
 * @internal
 */
export type AlsoStore = (
  trx: Knex.Transaction,
  outcome: UpsertOutcome,
) => Promise<void>;

/**
 * Keeps one kind of evidence by the reporter's key.
 *
 * @internal
 */
export interface EvidenceStore<TItem, TRecord> {
  /**
   * Stores all items in one transaction.
   *
   * @param now - UTC milliseconds, kept as the time of the first report
   * @param also - in the same transaction
   */
  put(
    items: readonly TItem[],
    now: number,
    also?: AlsoStore,
  ): Promise<UpsertOutcome>;

  /**
   * What is known about entities, by entity ref.
   *
   * @param since - UTC milliseconds; leaves out what ended before, where the kind of evidence has an end
   */
  readFor(
    entityRefs: readonly string[],
    since?: number,
  ): Promise<Map<string, TRecord[]>>;
}
