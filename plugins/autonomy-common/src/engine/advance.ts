import type { EvaluationEvent, EvaluationStep } from '../model';
import type { CompiledPolicy } from './CompiledPolicy';
import { evaluate } from './evaluate';
import type { EvaluationInput } from './EvaluationInput';
import { startingState, stepThrough, type PassedInstant } from './pipeline';

/**
 * Evaluates at an instant after stepping through every one that was missed since `input.prior`, so
 * that clocks start, levels move and plans end when they did and not when somebody looked. Without
 * a prior the record starts, as the policy's `ladder.bootstrap` says. Model section 13.
 *
 * @param to - UTC milliseconds, not before the prior's instant
 * @param onPassed - told of every instant that is gone through: of those that were missed, and of the time before
 * the record where it starts and the policy counts stored history
 * @returns the evaluation at `to` with the events of all steps
 * @public
 */
export function advance(
  input: EvaluationInput,
  policy: CompiledPolicy,
  to: number,
  onPassed: (passed: PassedInstant) => void = () => {},
): EvaluationStep {
  let { prior } = input;
  if (!prior) {
    // Where a record starts there is nothing that could have changed.
    const start = startingState(input, policy, to, onPassed);
    return { ...evaluate({ ...input, prior: start }, policy, to), events: [] };
  }
  const passed: EvaluationEvent[] = [];
  // What was missed under another policy stays as it was seen then.
  if (prior.policyVersion === policy.version) {
    for (const instant of stepThrough(input, prior, policy, to)) {
      const { assessment, events } = instant;
      onPassed(instant);
      prior = assessment.state;
      passed.push(...events);
    }
  }
  const step = evaluate({ ...input, prior }, policy, to);
  return { ...step, events: [...passed, ...step.events] };
}
