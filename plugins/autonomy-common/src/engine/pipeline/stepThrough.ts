import type { Assessment, EvaluationEvent, EvaluationState } from '../../model';
import type { CompiledPolicy } from '../CompiledPolicy';
import type { EvaluationInput } from '../EvaluationInput';
import { evaluateParts } from './evaluateParts';
import type { EvaluationOptions } from './Standings';
import { evidenceInstants } from '../time';

/** What one evaluation on the way came to, without its reasons. @public */
export interface PassedInstant {
  assessment: Assessment;
  /** What changed since the one before. */
  events: EvaluationEvent[];
}

/**
 * Evaluates at every instant before `to` at which something changes by itself or evidence arrives.
 * Model section 13.
 */
export function* stepThrough(
  input: EvaluationInput,
  from: EvaluationState,
  policy: CompiledPolicy,
  to: number,
  options?: EvaluationOptions,
): Iterable<PassedInstant> {
  const arrivals = evidenceInstants(input, from.evaluatedAt, to);
  let state = from;
  let i = 0;
  for (;;) {
    while (arrivals[i] <= state.evaluatedAt) i++;
    const at = Math.min(state.nextChangeAt ?? to, arrivals[i] ?? to);
    if (at >= to) return;
    const { assessment, events } = evaluateParts(
      { ...input, prior: state },
      policy,
      at,
      options,
    );
    state = assessment.state;
    yield { assessment, events: events() };
  }
}
