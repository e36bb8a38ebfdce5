import type { CollectedFacts } from '../model';
import { compareText } from './math';

/**
 * Of two documents of the same instant the newer news counts; else any may, as long as it is always
 * the same.
 */
function isLater(document: CollectedFacts, known: CollectedFacts): boolean {
  const { collectedAt, since = collectedAt } = document;
  const { collectedAt: knownAt, since: knownSince = knownAt } = known;
  if (collectedAt !== knownAt) return collectedAt > knownAt;
  if (since !== knownSince) return since > knownSince;
  return compareText(JSON.stringify(document), JSON.stringify(known)) > 0;
}

/** The latest document of each collector, by its name. */
export function latestFacts(
  facts: readonly CollectedFacts[],
): Map<string, CollectedFacts> {
  const latest = new Map<string, CollectedFacts>();
  for (const document of facts) {
    const known = latest.get(document.collector);
    if (!known || isLater(document, known)) {
      latest.set(document.collector, document);
    }
  }
  return latest;
}
