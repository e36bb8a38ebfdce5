import type { CollectedFacts } from '../model';
import { compareText } from './math';

/** Of two documents of the same instant any may count, as long as it is always the same. */
function isLater(document: CollectedFacts, known: CollectedFacts): boolean {
  return document.collectedAt === known.collectedAt
    ? compareText(JSON.stringify(document), JSON.stringify(known)) > 0
    : document.collectedAt > known.collectedAt;
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
