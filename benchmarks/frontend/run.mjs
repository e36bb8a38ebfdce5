// What the overview of many entities costs a browser: script time, time to the first row, answers of the API; see README.md.
// usage: ./run node benchmarks/frontend/run.mjs [--components 10000] [--rounds 3] [--seed n] [--asBuilt] [--output <folder>]
// Tells of each round on stderr, and the table; writes results.json and results.md to the folder; prints one JSON line.
import { chromium } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import {
  progress,
  round,
  runTest,
} from '../../tests/resilience/lib/runTest.mjs';
import { machine } from '../evaluation/report.mjs';
import { startPortal } from './portal.mjs';
import { judge, toMarkdown } from './report.mjs';
import { visit } from './visit.mjs';

await runTest({
  name: 'frontend-benchmark',
  defaults: {
    components: 10_000,
    rounds: 3,
    seed: 1,
    history: false,
    asBuilt: false,
    output: 'test-results/frontend-benchmark',
  },
  minutes: 60,
  async test(options) {
    const browser = await startBrowser(options);
    const { url } = await startPortal(options);
    const rounds = [];
    for (let n = 1; n <= options.rounds; n++) {
      const steps = await visit(browser, url);
      rounds.push(steps);
      const told = Object.entries(steps).map(
        ([name, { scriptSeconds }]) => `${name} ${round(scriptSeconds, 2)} s`,
      );
      progress(`round ${n}: script ${told.join(', ')}`);
    }
    const report = {
      machine: machine(),
      chromium: browser.version(),
      steps: judge(rounds),
    };
    write(options.output, { ...report, rounds });
    const missed = report.steps.flatMap(({ figures, name }) =>
      figures
        .filter(({ isMet }) => isMet === false)
        .map(({ what }) => `${name}: ${what}`),
    );
    return { ...report, missed, breaches: [] };
  },
});

async function startBrowser({ defer }) {
  const found = await findChromium();
  if (found.missing) {
    throw new Error(`no browser: ${found.missing}`);
  }
  defer(() => found.dispose());
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  defer(() => browser.close());
  return browser;
}

function write(output, report) {
  const folder = path.resolve(inRoot(), output);
  mkdirSync(folder, { recursive: true });
  const table = toMarkdown(report.steps);
  const json = JSON.stringify(report, undefined, 2);
  writeFileSync(path.join(folder, 'results.json'), `${json}\n`);
  writeFileSync(path.join(folder, 'results.md'), `${table}\n`);
  progress(table);
}
