import type { PolicyDocument } from './PolicyDocument';
import type { PolicyIssue } from './PolicyIssue';
import { notAllowed } from './schema';

type OfKind<K extends PolicyDocument['kind']> = Extract<
  PolicyDocument,
  { kind: K }
>;

/** The documents that count. */
export interface CurrentDocuments {
  policies: OfKind<'Policy'>[];
  scorecards: OfKind<'Scorecard'>[];
  overlays: OfKind<'Overlay'>[];
  issues: PolicyIssue[];
}

/**
 * All policies, and the last scorecard and overlay of each name, at the place where the name first
 * appeared.
 */
export function currentDocuments(
  documents: readonly PolicyDocument[],
): CurrentDocuments {
  const policies: OfKind<'Policy'>[] = [];
  const scorecards = new Map<string, OfKind<'Scorecard'>>();
  const overlays = new Map<string, OfKind<'Overlay'>>();
  const issues: PolicyIssue[] = [];
  for (const document of documents) {
    switch (document.kind) {
      case 'Policy':
        policies.push(document);
        break;
      case 'Scorecard':
        scorecards.set(document.name, document);
        break;
      case 'Overlay':
        overlays.set(document.name, document);
        break;
      default: {
        const { file, lines, name } = document;
        const known = [...scorecards.keys()];
        if (scorecards.delete(name)) break;
        issues.push({
          file,
          line: lines.lineOf(['metadata', 'name']),
          field: 'metadata.name',
          message: `there is no scorecard to disable: ${notAllowed(
            name,
            known,
          )}`,
        });
      }
    }
  }
  return {
    policies,
    scorecards: [...scorecards.values()],
    overlays: [...overlays.values()],
    issues,
  };
}
