import {
  compilePolicy,
  diffPolicies,
  parsePolicyFile,
  PolicyError,
  type CompiledPolicy,
  type PolicyChange,
  type PolicyDocument,
  type PolicyDocumentIssue,
  type PolicyDocumentKey,
  type PolicyDocumentSummary,
  type PolicyIssue,
  type PolicyVerdict,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** What a document says about itself. */
export type Described = Omit<PolicyDocumentSummary, 'origin' | 'isEditable'>;

export function isSame(a: PolicyDocumentKey, b: PolicyDocumentKey): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** @throws InputError where it is not one document without mistakes */
export function describe(yaml: string): Described {
  const { documents, issues } = parsePolicyFile(yaml, 'text');
  if (issues.length > 0) throw new PolicyError(issues);
  if (documents.length !== 1) {
    const message = `expected one document, found ${documents.length}`;
    throw new PolicyError([{ file: 'text', line: 1, field: '', message }]);
  }
  return descriptionOf(documents[0], yaml);
}

/** The documents of a text, each as it is written. */
export function split(yaml: string): string[] {
  return yaml.split(/^---\s*$/m).filter(text => text.trim() !== '');
}

function descriptionOf(document: PolicyDocument, yaml: string): Described {
  switch (document.kind) {
    case 'Policy':
      return { kind: 'policy', name: nameIn(yaml), checks: [] };
    case 'DisabledScorecard':
      return { kind: 'scorecard', name: document.name, checks: [] };
    case 'Scorecard': {
      const { checks, description, name, owner, role, title } = document.value;
      const ids = checks.map(({ id }) => id);
      return {
        ...{ kind: 'scorecard', name, title, description, owner, role },
        checks: ids,
      };
    }
    default: {
      const { name, title, description, domain, scorecards } = document.value;
      const ids = scorecards.flatMap(({ checks }) =>
        checks.map(({ id }) => id),
      );
      return { kind: 'overlay', name, title, description, domain, checks: ids };
    }
  }
}

/** Where a parsed Policy keeps no name, it is read from its text. */
function nameIn(yaml: string): string {
  return /\bname:\s*['"]?([\w-]+)/.exec(yaml)?.[1] ?? 'default';
}

/**
 * What is to be said of some text over others. What it changes is only known where the others are a whole policy.
 */
export function verdictOf(
  yaml: string,
  others: readonly string[],
  changes?: PolicyChange[],
): PolicyVerdict {
  const { documents, issues } = parsePolicyFile(yaml, 'text');
  if (issues.length > 0) {
    return { issues: issues.map(toIssue), warnings: [], changes: [] };
  }
  const base = others.flatMap(each => parsePolicyFile(each, 'base').documents);
  const before = compiled(base);
  if (!('policy' in before)) {
    return { issues: [], warnings: [], changes: changes ?? [] };
  }
  const after = compiled([...base, ...documents]);
  return 'policy' in after
    ? {
        issues: [],
        warnings: [],
        changes: changes ?? diffPolicies(before.policy, after.policy),
      }
    : { issues: after.issues.map(toIssue), warnings: [], changes: [] };
}

function compiled(
  documents: PolicyDocument[],
): { policy: CompiledPolicy } | { issues: readonly PolicyIssue[] } {
  try {
    return { policy: compilePolicy(documents) };
  } catch (error) {
    if (error instanceof PolicyError) return { issues: error.issues };
    throw error;
  }
}

function toIssue({ file, ...issue }: PolicyIssue): PolicyDocumentIssue {
  return file === 'text' ? issue : { file, ...issue };
}
