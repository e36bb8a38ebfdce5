import {
  compilePolicy,
  formatPolicyIssue,
  parsePolicyFile,
  PolicyError,
  type CompiledPolicy,
  type PolicyDocument,
  type PolicyIssue,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { contentHash } from '../database';

/**
 * Reads the built-in policy and scorecards and the installation's own files on top of them.
 *
 * @param files - absolute, or relative to the working directory
 * @throws InputError in one line, with file, line and field of the first mistake
 * @internal
 */
export async function loadPolicy(
  files: readonly string[],
): Promise<CompiledPolicy> {
  const documents: PolicyDocument[] = [];
  for (const file of [...(await builtInFiles()), ...files]) {
    const parsed = parsePolicyFile(await readPolicyFile(file), file);
    refuse(parsed.issues);
    documents.push(...parsed.documents);
  }
  try {
    return compilePolicy(documents, { version: versionOf(documents) });
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

/** Of what the documents say, not of where they lie or how they are laid out. */
function versionOf(documents: readonly PolicyDocument[]): string {
  return contentHash(documents.map(({ file, lines, ...document }) => document));
}
