import type { Assessment } from '../model';
import type { CompiledPolicy } from './CompiledPolicy';
import type { EvaluationInput } from './EvaluationInput';
import { evaluateParts } from './pipeline';

/**
 * The figures of an evaluation without their reasons: what a simulation over many entities needs.
 * They are those of {@link evaluate}.
 *
 * @param now - UTC milliseconds
 * @public
 */
export function assess(
  input: EvaluationInput,
  policy: CompiledPolicy,
  now: number,
): Assessment {
  return evaluateParts(input, policy, now).assessment;
}
