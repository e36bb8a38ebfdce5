import {
  compilePolicy,
  formatPolicyIssue,
  parsePolicyFile,
  type CompiledPolicy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { readFileSync } from 'node:fs';
import { defaults, yamlFiles } from './files';

/** The built-in policy with more files on top. */
export function readPolicy(files: readonly string[]): CompiledPolicy {
  const parsed = [...yamlFiles(defaults), ...files].map(file =>
    parsePolicyFile(readFileSync(file, 'utf8'), file),
  );
  const issues = parsed.flatMap(file => file.issues);
  if (issues.length > 0) {
    throw new Error(issues.map(formatPolicyIssue).join('\n'));
  }
  return compilePolicy(
    parsed.flatMap(({ documents }) => documents),
    { version: 'sample' },
  );
}
