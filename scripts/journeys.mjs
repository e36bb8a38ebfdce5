// usage: node scripts/journeys.mjs [--legacy] [playwright arguments...]
//
// Runs the browser journeys of e2e-tests/ against a demo of their own, on a
// free port and with fresh data; with --legacy those of the legacy frontend.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { printError, yellow } from './lib/console.mjs';
import { freePort } from './lib/freePort.mjs';
import { inRoot, root } from './lib/root.mjs';

/** Exit code for "not run, for want of a browser". */
export const SKIPPED = 77;

const LEGACY = '--legacy';

async function main(args) {
  const chromium = await findChromium();
  if (chromium.missing) {
    printError(yellow(`The journeys were not run: ${chromium.missing}`));
    return process.env.CI ? 1 : SKIPPED;
  }
  const home = mkdtempSync(path.join(tmpdir(), 'autonomy-demo-'));
  try {
    const others = args.filter(arg => arg !== LEGACY);
    return await playwright(others, {
      ...chromium.env,
      ...(args.includes(LEGACY) && { DEMO_OPTIONS: LEGACY }),
      CHROMIUM_PATH: chromium.path,
      DEMO_HOME: home,
      DEMO_PORT: String(await freePort()),
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
    chromium.dispose();
  }
}

function playwright(args, env) {
  const child = spawn(
    process.execPath,
    [inRoot('node_modules/@playwright/test/cli.js'), 'test', ...args],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

process.exitCode = await main(process.argv.slice(2));
