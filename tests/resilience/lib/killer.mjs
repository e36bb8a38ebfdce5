import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf, seededRandom } from './random.mjs';
import { progress } from './runTest.mjs';

/**
 * Kills one of the backends at random moments of the work, and starts it again at once.
 *
 * @param options.total - how often `noteProgress` will be called
 */
export function createKiller({ backends, kills, seed, total }) {
  const random = seededRandom(seed + 1);
  const moments = Array.from({ length: kills }, () => random() * 0.98 * total);
  moments.sort((a, b) => a - b);
  const restarting = new Set();
  let done = 0;
  let due = 0;
  let killed = 0;
  let working = Promise.resolve();

  async function killOne() {
    while (!backends.some(({ isReady }) => isReady)) await sleep(50);
    // Also one that is just starting: that is a moment like any other.
    const backend = oneOf(random, backends);
    await backend.kill();
    killed += 1;
    progress(`kill ${killed} of ${backend.name} after ${done} of ${total}`);
    const restart = backend.start();
    restarting.add(restart);
    restart.then(() => restarting.delete(restart)).catch(() => {});
  }

  return {
    get kills() {
      return killed;
    },
    noteProgress() {
      done += 1;
      while (due < moments.length && moments[due] <= done) {
        due += 1;
        working = working.then(killOne);
      }
    },
    /** Resolves when all kills happened and everything is up again. */
    async finish() {
      await working;
      await Promise.all(restarting);
    },
  };
}
