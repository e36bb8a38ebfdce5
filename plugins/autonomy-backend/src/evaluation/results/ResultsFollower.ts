import type { Knex } from 'knex';
import type { PreparedResult } from './ResultsWriter';

/**
 * Somebody who acts on what evaluations come to.
 *
 * @internal
 */
export interface ResultsFollower {
  /**
   * Results that differ from what was stored were written, in the transaction that holds their entities. What it throws
   * keeps them from being written.
   *
   * @param now - UTC milliseconds
   */
  onWritten(
    trx: Knex.Transaction,
    news: readonly PreparedResult[],
    now: number,
  ): Promise<void>;
}
