import type { EvaluationState, EventCause, RightResult } from '../../model';
import type { ClimbContext, LadderInput } from '../ladder';

/** Two outcomes, and the reasons of the second. @public */
export interface OutcomeChange {
  prior: Pick<EvaluationState, 'outcome'>;
  next: Pick<EvaluationState, 'outcome'>;
  /** The instant of the second, in UTC milliseconds. */
  at: number;
  cause: EventCause;
  rights: readonly RightResult[];
}

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
