import type { SimulatedMove } from '../api/simulations';
import type { CompiledPolicy, EvaluationInput } from '../engine';
import { evaluateParts } from '../engine/pipeline';
import { differenceOf } from './differenceOf';

/** What is compared, each also as it is once settled; see {@link settledPolicy}. @public */
export interface SimulatedPolicies {
  current: CompiledPolicy;
  currentSettled: CompiledPolicy;
  draft: CompiledPolicy;
  draftSettled: CompiledPolicy;
}

/**
 * What a draft would change about one entity, at once and once it has settled. Both sides take one step from
 * `input.prior` at the same instant, so that only the draft makes a difference.
 *
 * @param now - UTC milliseconds, not before the prior's instant
 * @returns undefined where nothing would change
 * @public
 */
export function simulateEntity(
  input: EvaluationInput,
  { current, currentSettled, draft, draftSettled }: SimulatedPolicies,
  now: number,
): Pick<SimulatedMove, 'atOnce' | 'settled'> | undefined {
  const compare = (before: CompiledPolicy, after: CompiledPolicy) =>
    differenceOf(
      evaluateParts(input, before, now),
      evaluateParts(input, after, now),
    );
  const atOnce = compare(current, draft);
  const settled = compare(currentSettled, draftSettled);
  if (!atOnce && !settled) return undefined;
  return { ...(atOnce && { atOnce }), ...(settled && { settled }) };
}
