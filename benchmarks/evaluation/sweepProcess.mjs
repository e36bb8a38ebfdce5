/*
 * Evaluates everything without writing, as the suite's own search for missed changes does, but in a process of its
 * own and without resting; started with the transform that lets Node run the sources.
 * usage: node sweepProcess.mjs <connection string> <policy file> [profile]
 * Prints `{ seconds, checked, missed, eventLoop: { p99, max }, peakMb, profile? }`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createHeart } from '../../tests/resilience/lib/heart.mjs';
import { startProfile } from '../../tests/resilience/lib/profiler.mjs';
import { peakMemory } from './counters.mjs';

const NANOSECONDS = 1_000_000;
const LOOK_EVERY_MS = 1;

const [, , connection, policyFile, wantsProfile] = process.argv;
const { evaluation, knex } = await createHeart({
  connection,
  policyFiles: [policyFile],
});
const idleMb = peakMemory(process.pid) && peakMemory(process.pid);
const profile = wantsProfile && (await startProfile());
const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
delay.enable();
const begun = performance.now();
const { checked, missed } = await evaluation.sweep.runWhole();
const seconds = (performance.now() - begun) / 1_000;
const milliseconds = value => value / NANOSECONDS - LOOK_EVERY_MS;
process.stdout.write(
  JSON.stringify({
    seconds,
    checked,
    missed,
    eventLoop: {
      p99: milliseconds(delay.percentile(99)),
      max: milliseconds(delay.max),
    },
    idleMb,
    peakMb: peakMemory(process.pid),
    profile: await profile?.stop(),
  }),
);
await knex.destroy();
