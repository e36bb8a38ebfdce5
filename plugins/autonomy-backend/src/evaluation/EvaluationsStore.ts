import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The latest result of each entity in scope.
 *
 * @internal
 */
export interface EvaluationsStore {
  /** Refs of all entities that have a result. */
  listRefs(): Promise<string[]>;
  /**
   * Writes those results that differ from what is stored by more than the passing of time, and never
   * replaces a later one.
   *
   * @returns how many were written
   */
  put(evaluations: readonly Evaluation[]): Promise<number>;
  delete(entityRefs: readonly string[]): Promise<void>;
}
