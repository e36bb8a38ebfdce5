import type { CollectedFacts, Coverage, EvidenceState, Policy } from '../model';
import { freshness } from './checks';
import { sourceStates } from './coverage';
import { byId } from './math';

/** What the evaluation knows of its own evidence. */
export function evidenceState(
  facts: readonly CollectedFacts[],
  coverage: readonly Coverage[],
  policy: Policy,
  now: number,
): EvidenceState {
  return {
    sources: sourceStates(coverage, policy.facts, now),
    collectors: byId(facts, ({ collector }) => collector).map(
      ({ collector, collectedAt, ttl }) => ({
        collector,
        collectedAt,
        ttl,
        state: freshness({ collectedAt, ttl }, now),
      }),
    ),
  };
}
