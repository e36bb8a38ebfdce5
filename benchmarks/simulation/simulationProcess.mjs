/*
 * Does one part of the benchmark in a process of its own, without a backend; started by startProcess.mjs with the
 * transform that lets Node run the sources.
 * usage: node simulationProcess.mjs <connection string>
 */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createHeart,
  requireSource,
} from '../../tests/resilience/lib/heart.mjs';
import { policyFilesOf } from '../evaluation/data/policyFiles.mjs';
import { peakMemory } from '../evaluation/counters.mjs';
import { seed } from '../evaluation/runner/seed.mjs';
import { watchLoop } from './watchLoop.mjs';

const REST_MS = 1_000;

const [connection] = process.argv.slice(2);
const policyFiles = policyFilesOf({ history: false });
const heart = await createHeart({ connection, policyFiles });
const logger = {
  debug() {},
  info() {},
  warn: console.error,
  error: console.error,
};

/** Tightens a guardrail that about half of the components meet, and what another one does. */
function draft() {
  const guardrails = readFileSync(policyFiles[0], 'utf8')
    .split(/^---$/m)
    .find(document => /^ {2}name: guardrails$/m.test(document));
  return guardrails
    .replace('testCoverage >= 0.5', 'testCoverage >= 0.8')
    .replace('effect: stop', 'effect: narrow');
}

const tasks = {
  async prepare({ components, seed: number }) {
    await seed(heart, { components, seed: number });
    const { clock, evaluation, index, marks, knex } = heart;
    const begun = performance.now();
    await evaluation.policyInForce.isOwn(await clock.now());
    evaluation.worker.open();
    const now = await clock.now();
    const refs = await index.listScope();
    await knex.transaction(trx => marks.mark(trx, refs, now));
    while ((await evaluation.worker.work()) > 0);
    await knex.raw('vacuum analyze');
    return { seconds: (performance.now() - begun) / 1_000 };
  },

  async simulate() {
    const { BuiltInPolicySource, DefaultPolicyRegistry, FilePolicySource } =
      requireSource('../scorecards/index.ts');
    const { DatabaseDraftReader, DatabaseSimulationsStore, SimulationDesk } =
      requireSource('../scorecards/simulations/jobs/index.ts');
    const { SimulationWorker } = requireSource(
      '../scorecards/simulations/worker/index.ts',
    );
    const { clock, knex, storesOn } = heart;
    const policies = await DefaultPolicyRegistry.create(
      {
        logger,
        sources: [
          BuiltInPolicySource.create(),
          FilePolicySource.create({ files: policyFiles }),
        ],
      },
      await clock.now(),
    );
    const store = DatabaseSimulationsStore.create({ knex });
    const desk = SimulationDesk.create({
      clock,
      drafts: DatabaseDraftReader.create({ knex }),
      policies,
      store,
      wake() {},
    });
    const worker = SimulationWorker.create({
      ...heart,
      logger,
      policies,
      readersOn: storesOn,
    });
    const { id } = await desk.start({ yaml: draft() }, 'benchmark');
    await sleep(REST_MS);
    peakMemory(process.pid);
    // A process that has just started compiles what it runs for the first time.
    const cold = watchLoop();
    await worker.work();
    const first = cold.stop();
    const warm = watchLoop();
    while ((await worker.work()) > 0);
    const rest = warm.stop();
    const row = await store.get(id);
    const [{ count }] = await knex('simulation_moves')
      .where('simulation_id', id)
      .count('* as count');
    return {
      seconds: first.seconds + rest.seconds,
      peakMb: peakMemory(process.pid),
      loop: rest,
      firstLoop: first,
      state: row.state,
      done: row.done,
      moves: Number(count),
      settled: JSON.parse(row.settled),
      failed: row.failed,
    };
  },
};

process.on('message', async ({ options, task }) => {
  try {
    process.send({ result: await tasks[task](options) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ result: 'ready' });
