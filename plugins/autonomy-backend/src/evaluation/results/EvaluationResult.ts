import type { EvaluationStep } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationRecord } from '../inputs';
import type { Past } from './Past';

/**
 * An evaluation and the record that it goes on with; none for the first of an entity.
 *
 * @internal
 */
export interface EvaluationResult {
  step: EvaluationStep;
  record?: EvaluationRecord;
  /** The time before a record that begins, where it counts. */
  past?: Past;
  /** Of the evidence that it was made of. */
  version: number | string;
  /** Nothing is left to the next evaluation: the record has not begun. */
  isPreliminary?: boolean;
}
