/*
 * Does parts of the suite's work in a process of its own, without a backend; started by runner.mjs with the transform
 * that lets Node run the sources.
 * usage: runnerProcess.mjs <connection string> <size>
 */
import { createCore } from './core.mjs';
import { seed } from './seed.mjs';

const [connection, size] = process.argv.slice(2);
const core = await createCore({ connection, size: Number(size) });

const tasks = {
  seed: options => seed(core, options),
  sweep: () => core.evaluation.sweep.runWhole(),
};

process.on('message', async ({ task, options }) => {
  try {
    process.send({ result: (await tasks[task](options)) ?? {} });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ result: 'ready' });
