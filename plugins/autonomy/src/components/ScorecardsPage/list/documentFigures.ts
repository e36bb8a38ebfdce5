import type {
  CheckInsight,
  PolicyDocumentSummary,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** How the checks of one document fare together. Shares are 0..1. */
export interface DocumentFigures {
  /** Absent where its checks apply to nothing. */
  passRate?: number;
  /** From the check that applies to the fewest entities to the one that applies to the most. */
  coverage?: { least: number; most: number };
  /** Checks that nobody has failed for long. */
  nobodyFails: number;
}

/** Adds up the checks of a document. */
export function documentFigures(
  { checks }: Pick<PolicyDocumentSummary, 'checks'>,
  insights: ReadonlyMap<string, CheckInsight>,
): DocumentFigures {
  const known = checks.flatMap(id => insights.get(id) ?? []);
  const sum = (valueOf: (insight: CheckInsight) => number) =>
    known.reduce((total, insight) => total + valueOf(insight), 0);
  const applies = sum(insight => insight.applies);
  const coverages = known.flatMap(({ coverage }) => coverage ?? []);
  return {
    passRate: applies > 0 ? sum(({ pass }) => pass) / applies : undefined,
    coverage:
      coverages.length > 0
        ? { least: Math.min(...coverages), most: Math.max(...coverages) }
        : undefined,
    nobodyFails: known.filter(insight => insight.nobodyFails).length,
  };
}
