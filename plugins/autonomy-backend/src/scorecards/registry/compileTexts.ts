import {
  compilePolicy,
  formatPolicyIssue,
  parsePolicyFile,
  PolicyError,
  type CompiledPolicy,
  type FactSchemas,
  type PolicyDocument,
  type PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import type { PolicyText } from '../sources';

/**
 * @internal
 */
export interface CompileTextsOptions {
  /** Facts of collectors that are not built in, where declared. */
  facts?: FactSchemas;
  /** When each check was first published here, by id, in UTC milliseconds. */
  published?: Readonly<Record<string, number>>;
}

/**
 * Parses and compiles all texts of a policy.
 *
 * @throws PolicyError with every issue
 * @internal
 */
export function compileTexts(
  texts: readonly PolicyText[],
  options: CompileTextsOptions,
): { policy: CompiledPolicy; documents: PolicyDocument[] } {
  const documents: PolicyDocument[] = [];
  const issues: PolicyIssue[] = [];
  for (const { place, yaml } of texts) {
    const parsed = parsePolicyFile(yaml, place);
    issues.push(...parsed.issues);
    documents.push(...parsed.documents);
  }
  if (issues.length > 0) {
    throw new PolicyError(issues);
  }
  return { policy: compilePolicy(documents, options), documents };
}

/**
 * The first mistake in one line, and how many more there are; what else went wrong stays as it is.
 *
 * @internal
 */
export function inOneLine(error: unknown): unknown {
  if (!(error instanceof PolicyError)) {
    return error;
  }
  const { issues } = error;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new InputError(`${formatPolicyIssue(issues[0])}${more}`);
}
