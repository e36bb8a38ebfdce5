import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

const LOOK_EVERY_MS = 1;

/** Of this thread, in milliseconds; what other processes take of the processor is no part of it. */
const own = () => {
  const { system, user } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * Watches how long the event loop keeps others waiting: by the clock, which also counts what else runs on the machine,
 * and by the processor time that this thread took between two looks.
 *
 * @returns `stop`, which gives `p99` and `longest` of both in milliseconds
 */
export function watchLoop() {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  delay.enable();
  const held = [];
  let before = own();
  const timer = setInterval(() => {
    const now = own();
    held.push(now - before);
    before = now;
  }, LOOK_EVERY_MS);
  const begun = performance.now();
  return {
    stop() {
      clearInterval(timer);
      delay.disable();
      held.sort((a, b) => a - b);
      const waited = nanoseconds =>
        Math.max(0, nanoseconds / 1_000_000 - LOOK_EVERY_MS);
      return {
        seconds: (performance.now() - begun) / 1_000,
        wall: { p99: waited(delay.percentile(99)), longest: waited(delay.max) },
        own: {
          p99: held[Math.floor(0.99 * (held.length - 1))] ?? 0,
          longest: held.at(-1) ?? 0,
        },
      };
    },
  };
}
