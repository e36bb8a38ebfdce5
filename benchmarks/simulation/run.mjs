// What trying a draft on everything costs; see README.md.
// usage: ./run node benchmarks/simulation/run.mjs [--sizes 1000,10000,100000] [--rounds 3] [--seed n] [--output <folder>]
// Tells how far it is on stderr; writes results.json and results.md to the folder; prints the table.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { DATABASE } from '../../tests/resilience/lib/backend.mjs';
import { startPostgres } from '../../tests/resilience/lib/postgres.mjs';
import {
  progress,
  round,
  runTest,
} from '../../tests/resilience/lib/runTest.mjs';
import { machine } from '../evaluation/report.mjs';
import { median } from '../evaluation/rounds.mjs';
import { startProcess } from './startProcess.mjs';

const MOST_SECONDS_AT_10_000 = 60;
const MOST_BLOCKED_MS = 20;
const MOST_GROWTH = 1.3;

await runTest({
  name: 'simulation-benchmark',
  defaults: {
    sizes: '1000,10000,100000',
    output: 'test-results/simulation-benchmark',
    rounds: 3,
    seed: 1,
  },
  minutes: 240,
  async test(options) {
    const postgres = await startPostgres({
      ...options,
      isDurable: true,
      settings: { shared_buffers: '1GB', max_wal_size: '16GB' },
    });
    const sizes = {};
    for (const components of options.sizes.split(',').map(Number)) {
      sizes[components] = await measure({ ...options, components, postgres });
      write(options.output, { machine: machine(), sizes });
    }
    return { sizes, ...judge(sizes) };
  },
});

/** Simulations over a database of their own, each in a process that has just started. */
async function measure({ components, postgres, rounds, seed }) {
  await postgres.query('postgres', `create database ${DATABASE}`);
  try {
    progress(`${components} components`);
    const prepared = await inProcess(postgres, 'prepare', { components, seed });
    progress(`  evaluated in ${round(prepared.seconds)} s`);
    const found = [];
    for (let n = 0; n < rounds; n++) {
      const figures = await inProcess(postgres, 'simulate');
      progress(`  ${JSON.stringify(figures)}`);
      if (figures.state !== 'done' || figures.done !== components) {
        throw new Error(
          `${figures.state} after ${figures.done} of ${components}`,
        );
      }
      found.push(figures);
    }
    const of = read => found.map(read);
    return {
      seconds: median(of(each => each.seconds)),
      perSecond: median(of(each => components / each.seconds)),
      peakMb: Math.max(...of(each => each.peakMb)),
      // Others on the machine only ever make it longer.
      loop: {
        own: worst(of(each => each.loop.own)),
        wall: worst(of(each => each.loop.wall)),
      },
      firstLoop: worst(of(each => each.firstLoop.own)),
      moves: found[0].moves,
      settled: found[0].settled,
    };
  } finally {
    await postgres.query('postgres', `drop database ${DATABASE} with (force)`);
  }
}

async function inProcess(postgres, task, options) {
  const started = await startProcess(postgres);
  try {
    return await started.run(task, options);
  } finally {
    await started.stop();
  }
}

function judge(sizes) {
  const missed = [];
  const expectMost = (what, value, goal) => {
    if (value > goal) missed.push(`${what}: ${round(value, 2)}, goal ${goal}`);
  };
  for (const [size, { loop }] of Object.entries(sizes)) {
    expectMost(`${size} loop longest ms`, loop.own.longest, MOST_BLOCKED_MS);
  }
  const [middle, large] = [sizes[10_000], sizes[100_000]];
  if (middle) expectMost('10000 s', middle.seconds, MOST_SECONDS_AT_10_000);
  if (middle && large) {
    expectMost('memory growth', large.peakMb / middle.peakMb, MOST_GROWTH);
  }
  return { missed, breaches: [] };
}

function write(output, report) {
  const folder = path.resolve(inRoot(), output);
  mkdirSync(folder, { recursive: true });
  const table = [
    '| components | seconds | components/s | peak memory | loop p99 / longest | by the clock | first chunk | moves |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.entries(report.sizes).map(([size, each]) =>
      [
        '',
        size,
        round(each.seconds, 1),
        round(each.perSecond),
        `${round(each.peakMb)} MB`,
        milliseconds(each.loop.own),
        milliseconds(each.loop.wall),
        milliseconds(each.firstLoop),
        each.moves,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
  writeFileSync(
    path.join(folder, 'results.json'),
    `${JSON.stringify(report, undefined, 2)}\n`,
  );
  writeFileSync(path.join(folder, 'results.md'), `${table}\n`);
  progress(table);
}

function worst(spreads) {
  return {
    p99: Math.max(...spreads.map(({ p99 }) => p99)),
    longest: Math.max(...spreads.map(({ longest }) => longest)),
  };
}

function milliseconds({ longest, p99 }) {
  return `${round(p99, 1)} / ${round(longest, 1)} ms`;
}
