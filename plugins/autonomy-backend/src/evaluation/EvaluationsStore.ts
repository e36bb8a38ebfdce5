import type { EvaluationStep } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationRecord } from './EvaluationRecords';

/**
 * An evaluation and the record that it goes on with; none for the first of an entity.
 *
 * @internal
 */
export interface EvaluationResult {
  step: EvaluationStep;
  record?: EvaluationRecord;
  /** Nothing is left to the next evaluation: the record has not begun. */
  isPreliminary?: boolean;
}

/**
 * The latest result of each entity. That of an entity that left stays for a while, and nobody is shown it.
 *
 * @internal
 */
export interface EvaluationsStore {
  /**
   * Writes those results that differ from what is stored by more than the passing of time, or whose
   * stored one is no longer sure to hold. Never replaces a later one, nor one of a newer start.
   *
   * @returns how many were written
   */
  put(results: readonly EvaluationResult[]): Promise<number>;
}
