import type { EvaluationState, EvaluationStep } from '../model';
import { advance } from './advance';
import type { CompiledPolicy } from './CompiledPolicy';
import type { EvaluationInput } from './EvaluationInput';
import { knownAt } from './time';

/** The state of the latest evaluation that was not after an instant. */
function nearest(
  states: readonly EvaluationState[],
  at: number,
): EvaluationState | undefined {
  return states.reduce<EvaluationState | undefined>(
    (best, state) =>
      state.evaluatedAt <= at && (!best || state.evaluatedAt > best.evaluatedAt)
        ? state
        : best,
    undefined,
  );
}

/**
 * A past instant again, from stored evidence: what was recorded later does not count. It starts
 * from the nearest state that was stored before. Model section 13.
 *
 * @param input - evidence of any time; its `prior` counts as one of the states
 * @param at - UTC milliseconds
 * @param states - states of earlier evaluations, in any order
 * @public
 */
export function evaluateAsOf(
  input: EvaluationInput,
  policy: CompiledPolicy,
  at: number,
  states: readonly EvaluationState[] = [],
): EvaluationStep {
  const known = input.prior ? [input.prior, ...states] : states;
  // Otherwise it would be foreseen that something is going to be recorded.
  const evidence = knownAt(input, at);
  return advance({ ...evidence, prior: nearest(known, at) }, policy, at);
}
