import { spawn } from 'node:child_process';
import path from 'node:path';
import { dim, green, print, red, seconds, yellow } from '../lib/console.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { readReport } from './stages.mjs';

/** The exit code with which a stage says that it cannot run here. */
const SKIPPED = 77;

/**
 * Runs one stage to its end.
 *
 * @returns its name, title, milliseconds, and how many tests passed, failed and were skipped
 */
export async function runStage(stage, context) {
  const startedAt = performance.now();
  const spoiled = stage.needs?.filter(name => context.failed.includes(name));
  const counts =
    spoiled?.length > 0
      ? skip(`because ${spoiled.join(' and ')} failed`)
      : await runCommands(stage, context);
  const took = performance.now() - startedAt;
  print(`    ${verdict(counts)} ${dim(seconds(took))}\n`);
  return { name: stage.name, title: stage.title, took, ...counts };
}

function skip(reason) {
  print(yellow(`    not run ${reason}`));
  return { passed: 0, failed: 0, skipped: 1 };
}

async function runCommands(stage, context) {
  for (const command of stage.commands(context)) {
    const code = await run(command, {
      streams: stage.streams,
      env: stage.env?.(context),
    });
    if (code === SKIPPED) {
      return { passed: 0, failed: 0, skipped: 1 };
    }
    if (code !== 0) {
      const counts = countTests(stage, context);
      return { ...counts, failed: Math.max(1, counts.failed) };
    }
  }
  return stage.count
    ? countTests(stage, context)
    : { passed: 1, failed: 0, skipped: 0 };
}

function countTests({ count }, { report }) {
  const text = count && readReport(report);
  return text ? count(text) : { passed: 0, failed: 0, skipped: 0 };
}

function run([command, ...args], { streams, env }) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: streams ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...env,
      PATH: [
        path.dirname(process.execPath),
        inRoot('node_modules/.bin'),
        process.env.PATH,
      ].join(path.delimiter),
    },
  });
  const output = [];
  child.stdout?.on('data', chunk => output.push(chunk));
  child.stderr?.on('data', chunk => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      if (code !== 0 && code !== SKIPPED) {
        print(Buffer.concat(output).toString());
      }
      resolve(code ?? 1);
    });
  });
}

function verdict({ passed, failed, skipped }) {
  if (failed > 0) {
    return red(`${failed} failed`);
  }
  return passed > 0 ? green(`${passed} passed`) : yellow(`${skipped} skipped`);
}
