/**
 * Computes results and stores them.
 *
 * @internal
 */
export interface EvaluationService {
  /** Evaluates entities; those that are not in scope lose their result. */
  evaluate(entityRefs: readonly string[]): Promise<void>;
  /** Every entity in scope, and every one that has a result. */
  listAll(): Promise<string[]>;
}
