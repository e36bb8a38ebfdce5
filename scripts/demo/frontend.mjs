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
import { Failure } from '../lib/console.mjs';
import { inRoot, root } from '../lib/root.mjs';

const SHARED_SOURCES = [
  'plugins/autonomy{,-react,-common}/{src/**,package.json}',
  'yarn.lock',
];

/** The frontends there are, by package, with the sources of their own. */
const SOURCES = {
  app: ['packages/app/{src/**,public/**,package.json}'],
  // Who signs in is asked by the other one's page.
  'app-legacy': [
    'packages/app-legacy/{src/**,public/**,package.json}',
    'packages/app/src/{brand,modules/signIn}/**',
  ],
};

export const FRONTENDS = Object.keys(SOURCES);

const stampOf = name => inRoot('packages', name, 'dist/.sources');

/** Whether a built frontend is the one of these sources. */
export function isFrontendCurrent(name = 'app') {
  const stamp = stampOf(name);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash(name);
}

/**
 * Builds a frontend. The stamp comes last and goes first, so that a killed
 * build is never taken for a finished one.
 *
 * @throws Failure with the output of the build
 */
export async function buildFrontend(name = 'app') {
  const stamp = stampOf(name);
  const hash = sourcesHash(name);
  rmSync(stamp, { force: true });
  const { code, output } = await runBuild(name);
  if (code !== 0) {
    throw new Failure(`packages/${name} does not build:\n${output}`);
  }
  writeFileSync(stamp, hash);
}

function runBuild(name) {
  const child = spawn(
    process.execPath,
    [
      inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: inRoot('packages', name), stdio: ['ignore', 'pipe', 'pipe'] },
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

function sourcesHash(name) {
  const hash = createHash('sha256');
  const files = [...SOURCES[name], ...SHARED_SOURCES]
    .flatMap(pattern => globSync(pattern, { cwd: root }))
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
