import type { PolicyDocument } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * The checks of one document.
 *
 * @internal
 */
export interface TriedChecks {
  /** In the order in which they were written. */
  ids: readonly string[];
  /** The governance domain where the document holds; absent: everywhere. */
  domain?: string;
}

/**
 * The checks that some texts are about: those of scorecards, and those that overlays add or tighten.
 *
 * @internal
 */
export function triedChecks(
  documents: readonly PolicyDocument[],
): TriedChecks[] {
  return documents.flatMap((document): TriedChecks[] => {
    switch (document.kind) {
      case 'Scorecard':
        return [{ ids: document.value.checks.map(({ id }) => id) }];
      case 'Overlay': {
        const { checks, domain, scorecards } = document.value;
        const added = scorecards.flatMap(scorecard => scorecard.checks);
        return [{ ids: [...added, ...checks].map(({ id }) => id), domain }];
      }
      default:
        return [];
    }
  });
}

/**
 * Those of the checks that are asked in some domains.
 *
 * @param domains - of an entity
 * @internal
 */
export function checksIn(
  tried: readonly TriedChecks[],
  domains: readonly string[],
): Set<string> {
  return new Set(
    tried
      .filter(({ domain }) => domain === undefined || domains.includes(domain))
      .flatMap(({ ids }) => ids),
  );
}
