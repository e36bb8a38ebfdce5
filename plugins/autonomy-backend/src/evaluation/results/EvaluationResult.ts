import type { EvaluationStep } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EvaluationRecord } from '../inputs';
import type { Passed } from './Passed';

/**
 * An evaluation and the record that it goes on with; none for the first of an entity.
 *
 * @internal
 */
export interface EvaluationResult {
  step: EvaluationStep;
  record?: EvaluationRecord;
  /** What it went through on the way; nothing unless told. */
  passed?: Passed;
  /** Of the evidence that it was made of. */
  version: number | string;
  /** Fingerprint of the policy and the engine. */
  madeWith: string;
  /** Nothing is left to the next evaluation: the record has not begun. */
  isPreliminary?: boolean;
}
