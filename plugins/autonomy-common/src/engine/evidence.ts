import type { CollectedFacts, Coverage, EvidenceState, Policy } from '../model';
import { freshness } from './checks';
import { sourceStates } from './coverage';

/** What the evaluation knows of its own evidence. */
export function evidenceState(
  facts: readonly CollectedFacts[],
  coverage: readonly Coverage[],
  policy: Policy,
  now: number,
): EvidenceState {
  return {
    sources: sourceStates(coverage, policy.facts, now),
    collectors: facts.map(({ collector, collectedAt, ttl }) => ({
      collector,
      collectedAt,
      ttl,
      state: freshness({ collectedAt, ttl }, now),
    })),
  };
}
