/**
 * Computes results and stores them.
 *
 * @internal
 */
export interface EvaluationService {
  /**
   * Evaluates those of the entities that are in scope. The record of the others stays as it is, so that one
   * that comes back goes on from it.
   */
  evaluate(entityRefs: readonly string[]): Promise<void>;
  /** Every entity in scope. */
  listAll(): Promise<string[]>;
}
