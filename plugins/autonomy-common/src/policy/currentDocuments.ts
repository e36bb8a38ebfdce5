import { formatPath } from './DocumentLines';
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

/** Else the one would silently no longer hold, and what it tightened be as loose as before. */
function otherDomain(
  { file, lines, name, value }: OfKind<'Overlay'>,
  known: OfKind<'Overlay'> | undefined,
): PolicyIssue[] {
  if (!known || known.value.domain === value.domain) return [];
  const path = ['metadata', 'domain'];
  const place = `${known.file}:${known.lines.lineOf(path)}`;
  return [
    {
      file,
      line: lines.lineOf(path),
      field: formatPath(path),
      message: `overlay ${name} exists already with another domain at ${place} (expected ${known.value.domain}, found ${value.domain})`,
    },
  ];
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
        issues.push(...otherDomain(document, overlays.get(document.name)));
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
