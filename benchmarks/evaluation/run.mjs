// W1-W5, W8-W10: what evaluations and reading them cost, against the least that could do it; see README.md.
// usage: ./run node benchmarks/evaluation/run.mjs [--sizes 1000,10000,100000] [--rounds 3] [--seconds 10]
//        [--only W1,W3] [--history] [--profile] [--seed n] [--output <folder>]
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
import { startRunner } from './runner/runner.mjs';
import {
  createSuite,
  POSTGRES_SETTINGS,
  prepareDatabase,
  SUITE,
  untilEvaluated,
} from './suite.mjs';
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

await runTest({
  name: 'evaluation-benchmark',
  defaults: {
    sizes: '1000,10000,100000',
    only: Object.keys(WORKS).join(),
    output: 'test-results/evaluation-benchmark',
    history: false,
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
      settings: POSTGRES_SETTINGS,
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
      bySize[components].push(
        ...compareSizes(report.sizes, components).map(judge),
      );
      write(options.output, report, bySize);
    }
    const missed = Object.entries(bySize).flatMap(([size, lines]) =>
      lines
        .filter(({ isMet }) => !isMet)
        .map(
          ({ w, what, value }) => `${size} ${w} ${what}: ${round(value, 3)}`,
        ),
    );
    const breaches = Object.values(report.sizes).flatMap(each => each.breaches);
    return { missed, breaches };
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
    const suite = await createSuite({
      ...options,
      defer,
      environment: {
        TEST_PLUGIN: path.join(import.meta.dirname, 'limitPlugin.mjs'),
      },
    });
    const counters = createCounters({
      watcher,
      role: SUITE,
      pids: () => [suite.pid],
    });
    await suite.start();
    await untilEvaluated(watcher, components);
    const first = await firstEvaluation(watcher);
    progress(`  first evaluated in ${round(first.seconds, 1)} s`);
    const answers = await checkAnswers({ ...options, defer });
    await watcher.query('vacuum analyze');
    // So that what the first evaluation took is not taken for idle.
    await suite.kill('SIGTERM');
    await suite.start();
    await untilEvaluated(watcher, components);
    const idleMb = await idleMemory(suite);
    const profiles = {};
    const context = {
      ...options,
      counters,
      defer,
      limit: await createLimit({ components, folder, watcher }),
      /** Does some work once more and notes where the time goes, where that is asked for. */
      async profiled(name, work) {
        if (!options.profile) return;
        await suite.startProfile();
        await work();
        profiles[name] = await suite.stopProfile();
      },
      profiles,
      results: {},
      suite,
      watcher,
    };
    const lines = [];
    const breaches = [];
    for (const name of options.only.split(',')) {
      try {
        const result = await WORKS[name](context);
        context.results[name] = result;
        lines.push(...result.lines);
      } catch (error) {
        // What was measured until then took long.
        progress(error.stack);
        breaches.push(`${components} ${name}: ${error.message}`);
      }
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
      answers,
      first,
      idleMb,
      peakMb,
      ...figures,
      profiles,
      breaches,
      lines,
    };
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
    await postgres.query('postgres', `drop database ${DATABASE} with (force)`);
  }
}

/** How long it took to evaluate everything for the first time, with a year of history, and how large results are. */
async function firstEvaluation(watcher) {
  const { rows } = await watcher.query(
    `select (max(evaluated_at) - min(started_at)) / 1000.0::float8 as seconds,
        avg(octet_length(body))::int as "bodyBytes", avg(octet_length(state))::int as "stateBytes",
        avg(pg_column_size(body))::int as "storedBodyBytes"
      from evaluations`,
  );
  return rows[0];
}

/**
 * @throws Error where what is stored is not what the engine says
 */
async function checkAnswers(options) {
  const runner = await startRunner(options);
  const answers = await runner.run('checkAnswers');
  await runner.stop();
  const { checked, different } = answers;
  if (different.length > 0) {
    throw new Error(
      `${different.length} of ${checked} results are not what the engine says, such as ${different[0]}`,
    );
  }
  progress(`  ${checked} results are what the engine says`);
  return answers;
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
function peaksOf(figures) {
  const found = [];
  // W2 runs in a process of its own.
  JSON.stringify({ ...figures, W2: undefined }, (key, value) => {
    if (key === 'peakMb') found.push(value);
    return value;
  });
  return found;
}

/** What must not grow with the number of components. */
function compareSizes(sizes, components) {
  const lines = [];
  const compare = (w, what, smaller, read, goal) => {
    const [before, after] = [sizes[smaller], sizes[components]].map(
      figures => figures && read(figures),
    );
    if (smaller < components && before && after) {
      lines.push([w, what, after / before, 'x', goal]);
    }
  };
  compare('W8', 'most memory, of that with 10,000', 10_000, s => s.peakMb, 1.3);
  compare(
    'W3',
    'one incident: p50, of that with 1,000',
    1_000,
    s => s.W3?.visibleMs.p50,
    1.2,
  );
  compare(
    'W3',
    'one incident: statements, of those with 1,000',
    1_000,
    s => s.W3?.statementsEach,
    1.2,
  );
  return lines;
}

/** Without what is of this run only. */
function shown(options) {
  return { ...options, defer: undefined, folder: undefined, output: undefined };
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
