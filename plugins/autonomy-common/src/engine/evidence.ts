import type { Coverage, EvidenceState, Policy } from '../model';
import { freshness, type FactContext } from './checks';
import { sourceStates } from './coverage';
import { byId } from './math';

/** What the evaluation knows of its own evidence. */
export function evidenceState(
  { documents, now }: FactContext,
  coverage: readonly Coverage[],
  policy: Policy,
): EvidenceState {
  return {
    sources: sourceStates(coverage, policy.facts, now),
    collectors: byId([...documents.values()], ({ collector }) => collector).map(
      ({ collector, collectedAt, ttl }) => ({
        collector,
        collectedAt,
        ttl,
        state: freshness(collectedAt, ttl, now),
      }),
    ),
  };
}
