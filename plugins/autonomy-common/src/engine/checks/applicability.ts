import type { CompiledCheck } from '../CompiledPolicy';
import type { FactContext } from './FactContext';

/** Whether a check asks its question of this entity at all. Model section 2. */
export type Applicability =
  | 'applicable'
  | 'not-applicable'
  | 'announced'
  | 'unknown';

export function applicability(
  check: CompiledCheck,
  context: FactContext,
): Applicability {
  const { effectiveFrom } = check.definition;
  if (effectiveFrom !== undefined && context.now < effectiveFrom) {
    return 'announced';
  }
  const outcome = check.when?.evaluate(context.usable, context.now);
  if (outcome === undefined) return 'applicable';
  if (outcome.kind !== 'value' || typeof outcome.value !== 'boolean') {
    return 'unknown';
  }
  return outcome.value ? 'applicable' : 'not-applicable';
}
