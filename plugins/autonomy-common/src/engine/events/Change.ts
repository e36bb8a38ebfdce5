import type { EvaluationState, EventCause, RightResult } from '../../model';
import type { ClimbContext, LadderInput } from '../ladder';

/** Two evaluations in a row, between which something may have changed. */
export interface Change {
  prior: EvaluationState;
  next: EvaluationState;
  /** The instant of the second. */
  at: number;
  cause: EventCause;
  rights: readonly RightResult[];
  ladder: { input: LadderInput; climbing: ClimbContext };
}
