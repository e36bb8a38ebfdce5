import type { CompiledPolicy } from '../engine';
import type { Policy } from '../model';
import { checkPolicyRules } from './policyRules';
import {
  compileScorecard,
  type ScorecardDocument,
  type SeenChecks,
} from './compileScorecard';
import { formatPath, type FieldPath } from './DocumentLines';
import { MergedPolicy } from './mergePolicies';
import type { PolicyDocument } from './PolicyDocument';
import { PolicyError } from './PolicyError';
import type { PolicyIssue } from './PolicyIssue';
import { notAllowed, policySchema, validate } from './schema';

function mergePolicy(documents: readonly PolicyDocument[]): Policy {
  const parts = documents.filter(document => document.kind === 'Policy');
  const merged = MergedPolicy.create(parts);
  const report = (path: FieldPath, message: string): PolicyIssue =>
    merged.issueAt(path, message) ?? {
      file: parts[0]?.file ?? 'policy',
      line: 1,
      field: formatPath(['spec', ...path]),
      message,
    };
  const { value: policy, issues } = validate(policySchema, merged.value);
  if (!policy) {
    throw new PolicyError(
      issues.map(({ path, message }) => report(path, message)),
    );
  }
  const violations = checkPolicyRules(policy);
  if (violations.length > 0) {
    throw new PolicyError(
      violations.map(({ path, message }) => report(path, message)),
    );
  }
  return policy;
}

/** The last document of each name, at the place where the name first appeared. */
function currentScorecards(documents: readonly PolicyDocument[]): {
  scorecards: ScorecardDocument[];
  issues: PolicyIssue[];
} {
  const byName = new Map<string, ScorecardDocument>();
  const issues: PolicyIssue[] = [];
  for (const document of documents) {
    if (document.kind === 'Scorecard') byName.set(document.name, document);
    if (document.kind !== 'DisabledScorecard') continue;
    const { file, lines, name } = document;
    const known = [...byName.keys()];
    if (!byName.delete(name)) {
      issues.push({
        file,
        line: lines.lineOf(['metadata', 'name']),
        field: 'metadata.name',
        message: `there is no scorecard to disable: ${notAllowed(name, known)}`,
      });
    }
  }
  return { scorecards: [...byName.values()], issues };
}

/**
 * Merges the documents in order, compiles every expression and checks that it all fits together.
 * Later documents override earlier ones: fields of a Policy one by one (`levels` by level, `areas`
 * by id), a Scorecard as a whole by its name.
 *
 * @param options - `version` identifies this content, e.g. a hash of the files
 * @throws {@link PolicyError} with every issue found
 * @public
 */
export function compilePolicy(
  documents: readonly PolicyDocument[],
  options: { version: string },
): CompiledPolicy {
  const policy = mergePolicy(documents);
  const { scorecards, issues: disabling } = currentScorecards(documents);
  const seen: SeenChecks = new Map();
  const results = scorecards.map(document =>
    compileScorecard(document, policy, seen),
  );
  const issues = [...disabling, ...results.flatMap(result => result.issues)];
  if (issues.length > 0) throw new PolicyError(issues);
  return {
    version: options.version,
    policy,
    scorecards: scorecards.map(({ value }) => value),
    compiled: results.map(({ compiled }) => compiled),
  };
}
