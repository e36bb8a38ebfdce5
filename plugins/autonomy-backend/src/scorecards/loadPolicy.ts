import {
  compilePolicy,
  formatPolicyIssue,
  lintPolicy,
  parsePolicyFile,
  PolicyError,
  type CompiledPolicy,
  type FactSchemas,
  type PolicyDocument,
  type PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  resolvePackagePath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/**
 * Reads the built-in policy and scorecards and the installation's own files on top of them.
 *
 * @param files - absolute, or relative to the working directory
 * @param options - `logger` is told what is allowed and yet may not be what was meant; `facts` are those
 * of collectors that are not built in, where declared
 * @throws InputError in one line, with file, line and field of the first mistake
 * @internal
 */
export async function loadPolicy(
  files: readonly string[],
  options: { facts?: FactSchemas; logger?: LoggerService } = {},
): Promise<CompiledPolicy> {
  const { facts, logger } = options;
  const documents: PolicyDocument[] = [];
  for (const file of [...(await builtInFiles()), ...files]) {
    const parsed = parsePolicyFile(await readPolicyFile(file), file);
    refuse(parsed.issues);
    documents.push(...parsed.documents);
  }
  try {
    const policy = compilePolicy(documents, { facts });
    for (const warning of logger ? lintPolicy(documents) : []) {
      logger?.warn(formatPolicyIssue(warning));
    }
    return policy;
  } catch (error) {
    if (error instanceof PolicyError) {
      refuse(error.issues);
    }
    throw error;
  }
}

/** In the order of their names, as everywhere. */
async function builtInFiles(): Promise<string[]> {
  const directory = resolvePackagePath(
    '@aligned-autonomy/backstage-plugin-autonomy-common',
    'defaults',
  );
  const names = await readdir(directory);
  return names
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => resolve(directory, name));
}

async function readPolicyFile(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8');
  } catch (error) {
    throw new InputError(
      `${file}: cannot be read (named in autonomy.policy.files)`,
      error,
    );
  }
}

function refuse(issues: readonly PolicyIssue[]): void {
  if (issues.length > 0) {
    const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
    throw new InputError(`${formatPolicyIssue(issues[0])}${more}`);
  }
}
