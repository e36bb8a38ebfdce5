import type { JsonObject } from '@backstage/types';
import { applicability, type FactContext } from '../checks';
import type { CompiledCheck } from '../CompiledPolicy';
import { share } from '../math';

/** Name of the collector, whose own facts are left out of its share. */
const EVIDENCE = 'evidence';

/**
 * Facts of collector `evidence`: which share of the facts that applicable checks read is fresh.
 * Of a check that may not apply only facts that are not fresh count, so that losing the fact
 * which decides its applicability never raises the share.
 */
export function evidenceFacts(
  checks: readonly CompiledCheck[],
  context: FactContext,
): JsonObject {
  const fresh = new Set<string>();
  const notFresh = new Set<string>();
  for (const check of checks) {
    const applies = applicability(check, context);
    if (applies === 'announced' || applies === 'not-applicable') continue;
    for (const fact of check.expression.reads) {
      if (fact.segments[0] === EVIDENCE) continue;
      const isFresh = context.read(fact).state === 'fresh';
      if (!isFresh) notFresh.add(fact.path);
      else if (applies === 'applicable') fresh.add(fact.path);
    }
  }
  return { freshShare: share(fresh.size, fresh.size + notFresh.size) };
}
