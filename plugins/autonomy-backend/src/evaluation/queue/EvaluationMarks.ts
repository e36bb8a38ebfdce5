import type { Knex } from 'knex';

/**
 * Takes note of entities whose evidence changes.
 *
 * @internal
 */
export interface EvaluationMarks {
  /**
   * Marks entities for evaluation, in the transaction that changes their evidence: so none is missed, whatever
   * becomes of the process. It is the first lock on what evaluations write; call it before any other.
   *
   * @param now - UTC milliseconds
   */
  mark(
    trx: Knex.Transaction,
    entityRefs: Iterable<string>,
    now: number,
  ): Promise<void>;
}
