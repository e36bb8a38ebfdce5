import type { CompiledPolicy, FactSchemas } from '../engine';
import type { Policy } from '../model';
import { compileScorecard, type CompileContext } from './compileScorecard';
import { currentDocuments } from './currentDocuments';
import { formatPath, type FieldPath } from './DocumentLines';
import { MergedPolicy } from './mergePolicies';
import { compileOverlays, layeredPolicy } from './overlay';
import type { PolicyDocument } from './PolicyDocument';
import { PolicyError } from './PolicyError';
import type { PolicyIssue } from './PolicyIssue';
import { checkPolicyRules } from './rules';
import { policySchema, validate } from './schema';
import { versionOf } from './version';

/** @public */
export interface CompilePolicyOptions {
  /** Check id to the instant, in UTC milliseconds, at which it was first published. */
  published?: Readonly<Record<string, number>>;
  /** The facts of collectors besides the built-in ones, where declared; no check may read any other of them. */
  facts?: FactSchemas;
}

function mergePolicy(
  parts: readonly Extract<PolicyDocument, { kind: 'Policy' }>[],
): Policy {
  const merged = MergedPolicy.create(parts);
  const report = (path: FieldPath, message: string): PolicyIssue =>
    merged.issueAt(path, message) ?? {
      file: parts[0]?.file ?? 'policy',
      line: 1,
      field: formatPath(['spec', ...path]),
      message,
    };
  const { value: policy, issues } = validate(policySchema, merged.value);
  const violations = policy ? checkPolicyRules(policy) : issues;
  if (!policy || violations.length > 0) {
    throw new PolicyError(
      violations.map(({ path, message }) => report(path, message)),
    );
  }
  return policy;
}

function compile(
  documents: readonly PolicyDocument[],
  { published = {}, facts }: CompilePolicyOptions,
): { policy: CompiledPolicy; warnings: PolicyIssue[] } {
  const current = currentDocuments(documents);
  const policy = mergePolicy(current.policies);
  const scorecards = current.scorecards.map(({ value }) => value);
  const context: CompileContext = {
    policy,
    published,
    facts,
    seen: new Map(),
    issues: current.issues,
    warnings: [],
  };
  const compiled = current.scorecards.map(document =>
    compileScorecard({ ...document, path: ['spec'] }, context),
  );
  const overlays = compileOverlays(current.overlays, scorecards, context);
  if (context.issues.length > 0) throw new PolicyError(context.issues);
  const version = versionOf(
    policy,
    scorecards,
    overlays.map(({ overlay }) => overlay),
  );
  return {
    policy: layeredPolicy({ version, policy, scorecards, compiled }, overlays),
    warnings: context.warnings,
  };
}

/**
 * Merges the documents in order, compiles every expression and checks that it all fits together.
 * Later documents override earlier ones: fields of a Policy one by one (`levels` by level, `areas`
 * by id), a Scorecard or an Overlay as a whole by its name. An Overlay may only tighten.
 *
 * @throws {@link PolicyError} with every issue found
 * @public
 */
export function compilePolicy(
  documents: readonly PolicyDocument[],
  options: CompilePolicyOptions = {},
): CompiledPolicy {
  return compile(documents, options).policy;
}

/**
 * What is allowed in the documents and yet may not be what was meant, such as a check that passes
 * because a fact is absent.
 *
 * @throws {@link PolicyError} where they do not compile
 * @public
 */
export function lintPolicy(
  documents: readonly PolicyDocument[],
): PolicyIssue[] {
  return compile(documents, {}).warnings;
}
