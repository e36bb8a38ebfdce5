/*
 * Does parts of the suite's work in a process of its own, without a backend; started by runner.mjs with the transform
 * that lets Node run the sources.
 * usage: node runnerProcess.mjs <connection string> <components> <policy files...>
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createHeart } from '../../../tests/resilience/lib/heart.mjs';
import { startProfile } from '../../../tests/resilience/lib/profiler.mjs';
import { checkAnswers } from './checkAnswers.mjs';
import { reportHourly } from './reportHourly.mjs';
import { seed } from './seed.mjs';

const LOOK_EVERY_MS = 10;

const [connection, components, ...policyFiles] = process.argv.slice(2);
const heart = await createHeart({ connection, policyFiles });
const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
const milliseconds = nanoseconds =>
  Math.max(0, nanoseconds / 1_000_000 - LOOK_EVERY_MS);

const tasks = {
  seed: options => seed(heart, { components: Number(components), ...options }),
  checkAnswers: () => checkAnswers(heart),
  async reportHourly(options) {
    const clock = { time: options.from, now: async () => clock.time };
    const own = await createHeart({ clock, connection, policyFiles });
    return reportHourly(own, { clock, ...options });
  },
  /** Looks for missed changes without resting. */
  async sweep({ withProfile = false } = {}) {
    const profile = withProfile ? await startProfile() : undefined;
    delay.reset();
    delay.enable();
    const begun = performance.now();
    const { checked, missed } = await heart.evaluation.sweep.runWhole();
    const seconds = (performance.now() - begun) / 1_000;
    delay.disable();
    return {
      seconds,
      checked,
      missed,
      eventLoop: {
        p99: milliseconds(delay.percentile(99)),
        max: milliseconds(delay.max),
      },
      profile: await profile?.stop(),
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
