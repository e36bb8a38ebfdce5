import type { CompiledCheck } from '../CompiledPolicy';
import type { FactContext } from './FactContext';

/** Whether a check asks its question of this entity at all. Model section 2. */
export type Applicability =
  | 'applicable'
  | 'not-applicable'
  | 'announced'
  | 'unknown';

export function determineApplicability(
  { definition, when }: CompiledCheck,
  { usable, horizon }: FactContext,
): Applicability {
  const { effectiveFrom } = definition;
  if (effectiveFrom !== undefined && horizon.now < effectiveFrom) {
    horizon.add(effectiveFrom);
    return 'announced';
  }
  if (!when) return 'applicable';
  const outcome = when.evaluate(usable, horizon);
  if (outcome.kind !== 'value' || typeof outcome.value !== 'boolean') {
    return 'unknown';
  }
  return outcome.value ? 'applicable' : 'not-applicable';
}
