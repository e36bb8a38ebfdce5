import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import {
  existsSync,
  globSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/console.mjs';
import { inRoot, root } from '../lib/root.mjs';

const SOURCES = [
  'packages/app/{src,public}/**',
  'plugins/autonomy{,-react,-common}/src/**',
  '{packages/app,plugins/autonomy{,-react,-common}}/package.json',
  'yarn.lock',
];

const dist = inRoot('packages/app/dist');
const stamp = path.join(dist, '.sources');

/** Whether the built frontend is the one of these sources. */
export function isFrontendCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

/**
 * Builds the frontend. The stamp comes last and goes first, so that a killed
 * build is never taken for a finished one.
 *
 * @throws Failure with the output of the build
 */
export async function buildFrontend() {
  const hash = sourcesHash();
  rmSync(stamp, { force: true });
  const { code, output } = await runBuild();
  if (code !== 0) {
    throw new Failure(`The frontend does not build:\n${output}`);
  }
  writeFileSync(stamp, hash);
}

function runBuild() {
  const child = spawn(
    process.execPath,
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: inRoot('packages/app'), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      resolve({ code, output: Buffer.concat(output).toString() }),
    );
  });
}

function sourcesHash() {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap(pattern => globSync(pattern, { cwd: root }))
    .filter(file => !/\.test\.tsx?$/.test(file))
    .filter(file => statSync(inRoot(file)).isFile())
    .sort();
  for (const file of files) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRoot(file)));
  }
  return hash.digest('hex');
}
