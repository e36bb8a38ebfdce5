import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../scripts/lib/root.mjs';
import { DATABASE } from '../../tests/resilience/lib/backend.mjs';

const MOST_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs a program of this folder that uses the sources of the suite.
 *
 * @param options.database - the plugin's unless told
 * @returns what it prints
 */
export async function runSource(
  program,
  { database = DATABASE, postgres },
  args,
) {
  const { password, port } = postgres;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      path.join(import.meta.dirname, program),
      `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
      ...args,
    ],
    { cwd: inRoot(), maxBuffer: MOST_OUTPUT },
  );
  process.stderr.write(stderr);
  return JSON.parse(stdout);
}
