import type { Assessment, EvaluationEvent } from '../../model';
import type { FactContext } from '../checks';
import type { Setting, VerdictsByRole } from './Setting';
import type { Standings } from './Standings';

/** Everything that is computed about one entity at one instant, before it is put into words. */
export interface EvaluatedParts {
  setting: Setting;
  context: FactContext;
  verdicts: VerdictsByRole;
  standings: Standings;
  assessment: Assessment;
  /** What changed since the last evaluation; computed when asked for. */
  events(): EvaluationEvent[];
}
