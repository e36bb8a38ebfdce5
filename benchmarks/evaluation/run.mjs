// W1-W5, W8-W10: what evaluations and reading them cost, against the least that could do it; see README.md.
// usage: ./run node benchmarks/evaluation/run.mjs [--sizes 1000,10000,100000] [--rounds 3] [--seconds 10]
//        [--only W1,W3] [--profile] [--seed n] [--output <folder>]
// Tells of each round on stderr; writes results.json and results.md to the folder; prints the table.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../scripts/lib/root.mjs';
import { DATABASE } from '../../tests/resilience/lib/backend.mjs';
import { startPostgres } from '../../tests/resilience/lib/postgres.mjs';
import {
  progress,
  round,
  runTest,
} from '../../tests/resilience/lib/runTest.mjs';
import { createCounters, peakMemory } from './counters.mjs';
import { createLimit } from './limit.mjs';
import { judge, machine, toMarkdown } from './report.mjs';
import { createSuite, prepareDatabase, untilEvaluated } from './suite.mjs';
import { aDay } from './works/aDay.mjs';
import { cardRead } from './works/cardRead.mjs';
import { fullEvaluation } from './works/fullEvaluation.mjs';
import { oneIncident } from './works/oneIncident.mjs';
import { overview } from './works/overview.mjs';
import { unchangedEvaluation } from './works/unchangedEvaluation.mjs';

/** In this order: the last one ends the backend. */
const WORKS = {
  W1: fullEvaluation,
  W2: unchangedEvaluation,
  W3: oneIncident,
  W4: cardRead,
  W5: overview,
  W10: aDay,
};
const REST_MS = 3_000;
const MOST_ABOVE_IDLE_MB = 150;
const MOST_GROWTH = 1.3;
/** Nothing is written anew for the whole run, so that no work pays for another one's pages. */
const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  shared_buffers: '1GB',
  checkpoint_timeout: '1d',
  max_wal_size: '64GB',
};

await runTest({
  name: 'evaluation-benchmark',
  defaults: {
    sizes: '1000,10000,100000',
    only: Object.keys(WORKS).join(),
    output: 'test-results/evaluation-benchmark',
    profile: false,
    rounds: 3,
    seconds: 10,
    seed: 1,
  },
  minutes: 600,
  async test(options) {
    const postgres = await startPostgres({
      ...options,
      isDurable: true,
      settings: SETTINGS,
    });
    const report = { machine: machine(), options: shown(options), sizes: {} };
    const bySize = {};
    for (const components of options.sizes.split(',').map(Number)) {
      const { lines, ...figures } = await measure({
        ...options,
        components,
        postgres,
      });
      report.sizes[components] = figures;
      bySize[components] = lines.map(judge);
      if (components > 10_000) compareMemory(report.sizes, bySize, components);
      write(options.output, report, bySize);
    }
    const missed = Object.entries(bySize).flatMap(([size, lines]) =>
      lines
        .filter(({ isMet }) => !isMet)
        .map(
          ({ w, what, value }) => `${size} ${w} ${what}: ${round(value, 3)}`,
        ),
    );
    return { missed, breaches: [] };
  },
});

/** All works at one size, over a database of its own. */
async function measure(options) {
  const { components, folder, postgres } = options;
  const cleanups = [];
  const defer = cleanup => cleanups.push(cleanup);
  try {
    progress(`${components} components`);
    const { rows, watcher } = await prepareDatabase({ ...options, defer });
    const counters = createCounters({ watcher, role: 'postgres' });
    const suite = await createSuite({
      ...options,
      defer,
      environment: {
        TEST_PLUGIN: path.join(import.meta.dirname, 'limitPlugin.mjs'),
      },
    });
    const begun = performance.now();
    await suite.start();
    await untilEvaluated(watcher, components);
    const firstSeconds = (performance.now() - begun) / 1_000;
    progress(`  known and evaluated after ${round(firstSeconds)} s`);
    await watcher.query('vacuum analyze');
    const idleMb = await idleMemory(suite);
    const context = {
      ...options,
      counters,
      defer,
      limit: await createLimit({ components, folder, watcher }),
      policyFile: path.join(folder, 'policy.yaml'),
      profiles: {},
      results: {},
      suite,
      watcher,
    };
    const lines = [];
    for (const name of options.only.split(',')) {
      const result = await WORKS[name](context);
      context.results[name] = result;
      lines.push(...result.lines);
      await sleep(REST_MS);
    }
    const figures = Object.fromEntries(
      Object.entries(context.results).map(([name, result]) => [
        name,
        result.figures,
      ]),
    );
    const peakMb = Math.max(...peaksOf(figures));
    lines.push([
      'W8',
      'most memory, above idle',
      peakMb - idleMb,
      'MB',
      MOST_ABOVE_IDLE_MB,
    ]);
    return {
      evidence: rows,
      firstSeconds,
      idleMb,
      peakMb,
      ...figures,
      profiles: context.profiles,
      lines,
    };
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
    await postgres.query('postgres', `drop database ${DATABASE} with (force)`);
  }
}

/** What it takes when it does nothing, in megabytes. */
async function idleMemory(suite) {
  await suite.memory();
  await sleep(REST_MS);
  peakMemory(suite.pid);
  await sleep(REST_MS);
  return peakMemory(suite.pid);
}

/** Of the backend, wherever they stand. */
function peaksOf({ W2, ...figures }) {
  const found = [];
  JSON.stringify(figures, (key, value) => {
    if (key === 'peakMb') found.push(value);
    return value;
  });
  return found;
}

function compareMemory(sizes, bySize, components) {
  const smaller = sizes[10_000];
  if (smaller) {
    const growth = sizes[components].peakMb / smaller.peakMb;
    bySize[components].push(
      judge([
        'W8',
        'most memory, of that with 10,000',
        growth,
        'x',
        MOST_GROWTH,
      ]),
    );
  }
}

/** Without what is of this run only. */
function shown({ defer, folder, output, ...options }) {
  return options;
}

function write(output, report, bySize) {
  const folder = path.resolve(inRoot(), output);
  mkdirSync(folder, { recursive: true });
  const table = toMarkdown(bySize);
  writeFileSync(
    path.join(folder, 'results.json'),
    `${JSON.stringify({ ...report, goals: bySize }, undefined, 2)}\n`,
  );
  writeFileSync(path.join(folder, 'results.md'), `${table}\n`);
  progress(table);
}
