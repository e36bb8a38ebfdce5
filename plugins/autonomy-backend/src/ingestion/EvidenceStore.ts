import type { UpsertOutcome } from '../database';

/**
 * Keeps one kind of evidence by the reporter's key.
 *
 * @internal
 */
export interface EvidenceStore<TItem> {
  /**
   * Stores all items in one transaction.
   *
   * @param now - UTC milliseconds, kept as the time of the first report
   */
  put(items: readonly TItem[], now: number): Promise<UpsertOutcome>;
}
