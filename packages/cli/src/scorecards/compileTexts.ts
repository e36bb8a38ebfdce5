import {
  compilePolicy,
  DocumentPositions,
  lintPolicy,
  parseCheckTests,
  parsePolicyFile,
  PolicyError,
  type CheckTests,
  type CompiledPolicy,
  type PolicyDocument,
  type PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { builtInTexts } from './builtInTexts';
import type { PolicyText } from './PolicyText';
import { isTestFile } from './readTexts';

/**
 * A mistake in a file, or what may not be meant. Lines and columns start at 1.
 *
 * @internal
 */
export interface Finding extends PolicyIssue {
  severity: 'error' | 'warning';
  /** Absent where only the line is known. */
  column?: number;
}

/**
 * What some files make of the policy.
 *
 * @internal
 */
export interface Compilation {
  /** Absent where there are errors. */
  policy?: CompiledPolicy;
  tests: CheckTests[];
  findings: Finding[];
}

/**
 * Puts files over the built-in policy, as a portal does.
 *
 * @param base - what else a portal has before them; only its errors are told
 * @internal
 */
export async function compileTexts(
  texts: readonly PolicyText[],
  base: readonly PolicyText[] = [],
): Promise<Compilation> {
  const own = texts.filter(({ file }) => !isTestFile(file));
  const parsed = [...(await builtInTexts()), ...base, ...own].map(
    ({ file, yaml }) => parsePolicyFile(yaml, file),
  );
  const tests = texts
    .filter(({ file }) => isTestFile(file))
    .map(({ file, yaml }) => parseCheckTests(yaml, file));
  const unreadable = [...parsed, ...tests].flatMap(({ issues }) => issues);
  const compiled = compile(
    parsed.flatMap(({ documents }) => documents),
    parsed.every(({ issues }) => issues.length === 0),
  );
  const locate = locator([...base, ...texts]);
  const isOwn = new Set(texts.map(({ file }) => file));
  return {
    policy: unreadable.length === 0 ? compiled.policy : undefined,
    tests: tests.flatMap(({ tests: read }) => read),
    findings: [
      ...[...unreadable, ...compiled.errors].map(issue =>
        locate('error', issue),
      ),
      ...compiled.warnings
        .filter(({ file }) => isOwn.has(file))
        .map(issue => locate('warning', issue)),
    ],
  };
}

/** @param isComplete - else mistakes would be told that are none, of what a document left out refers to */
function compile(
  documents: readonly PolicyDocument[],
  isComplete: boolean,
): {
  policy?: CompiledPolicy;
  errors: readonly PolicyIssue[];
  warnings: PolicyIssue[];
} {
  if (!isComplete) return { errors: [], warnings: [] };
  try {
    const policy = compilePolicy(documents);
    return { policy, errors: [], warnings: lintPolicy(documents) };
  } catch (error) {
    if (!(error instanceof PolicyError)) {
      throw error;
    }
    return { errors: error.issues, warnings: [] };
  }
}

function locator(
  texts: readonly PolicyText[],
): (severity: Finding['severity'], issue: PolicyIssue) => Finding {
  const byFile = new Map(texts.map(({ file, yaml }) => [file, yaml]));
  const positions = new Map<string, DocumentPositions>();
  return (severity, issue) => {
    const yaml = byFile.get(issue.file);
    if (yaml === undefined) return { severity, ...issue };
    const known = positions.get(issue.file) ?? DocumentPositions.create(yaml);
    positions.set(issue.file, known);
    return { severity, ...issue, ...known.ofIssue(issue) };
  };
}
