import type { Knex } from 'knex';

/**
 * The key of the row up to which a step has looked.
 *
 * @internal
 */
export type Position = readonly (string | number)[];

/**
 * A row that cannot be judged, such as one with garbled JSON. It counts as needed.
 *
 * @internal
 */
export interface OddRow {
  /** Its key. */
  at: Position;
  error: unknown;
}

/**
 * What one look of a step comes to.
 *
 * @internal
 */
export interface StepOutcome {
  /** Rows deleted. */
  deleted: number;
  /** Where to go on; absent at the end of the table. */
  next?: Position;
  /** Rows that stay because they cannot be judged. */
  odd?: readonly OddRow[];
}

/**
 * Deletes what nothing needs any more from one table.
 *
 * @internal
 */
export interface RetentionStep {
  /** Unique; it labels the metric and the record of the run. */
  name: string;
  /**
   * Looks at some rows in the order of their key and deletes those of them that may go. Rows that stay are
   * not looked at again before the table was gone through.
   *
   * @param request - `now` in UTC milliseconds; at most `limit` rows after position `after`
   */
  run(
    trx: Knex.Transaction,
    request: { now: number; limit: number; after?: Position },
  ): Promise<StepOutcome>;
}
