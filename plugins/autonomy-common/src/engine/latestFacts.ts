import type { CollectedFacts } from '../model';
import { compareText } from './math';

/** Of two documents of the same instant any may count, as long as it is always the same. */
function compareAge(a: CollectedFacts, b: CollectedFacts): number {
  return (
    a.collectedAt - b.collectedAt ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The latest document of each collector, in ascending order of their names. */
export function latestFacts(
  facts: readonly CollectedFacts[],
): CollectedFacts[] {
  const latest = new Map<string, CollectedFacts>();
  for (const document of facts) {
    const known = latest.get(document.collector);
    if (!known || compareAge(known, document) < 0) {
      latest.set(document.collector, document);
    }
  }
  return [...latest.values()].sort((a, b) =>
    compareText(a.collector, b.collector),
  );
}
