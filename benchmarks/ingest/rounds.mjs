import { setTimeout as sleep } from 'node:timers/promises';
import { sendAll } from '../../tests/resilience/lib/sender.mjs';
import { cpuSeconds } from './cpu.mjs';

/** Pauses for what goes on after a round, such as evaluations. */
const REST_MS = 3_000;

/**
 * Sends as fast as answers come.
 *
 * @param options.lanes - lists of requests with an `id`, signed already
 * @returns deliveries a second, the seconds from the last one until all is worked off, and the processor time
 * of a delivery in milliseconds with all that follows from it
 * @throws Error where not all of them are stored
 */
export async function fullSpeed({ contestant, lanes, post }) {
  await contestant.reset();
  const count = lanes.reduce((sum, { length }) => sum + length, 0);
  const cpuBefore = cpuSeconds(contestant.pids);
  const begun = performance.now();
  const tally = await sendAll({
    lanes,
    encode: request => request,
    urls: contestant.urls,
    post,
  });
  const seconds = (performance.now() - begun) / 1_000;
  const drainSeconds = await contestant.drain?.();
  await sleep(REST_MS);
  const stored = await contestant.countStored();
  if (stored !== count) {
    throw new Error(`${stored} stored, expected ${count}`);
  }
  const cpu = cpuSeconds(contestant.pids) - cpuBefore;
  return {
    perSecond: count / seconds,
    drainSeconds,
    cpuMs: (1_000 * cpu) / count,
    retries: tally.retries,
  };
}

/**
 * Sends at a fixed rate, whether answers come or not; what takes long cannot hide behind the next.
 *
 * @param options.warmUp - seconds that are not counted
 * @returns milliseconds from when a request was meant to be sent, and how many were answered otherwise
 */
export async function fixedRate({
  contestant,
  perSecond,
  post,
  requests,
  warmUp = 2,
}) {
  await contestant.reset();
  const { urls } = contestant;
  const begun = performance.now();
  const waits = [];
  let failed = 0;
  const sent = [];
  for (const [n, request] of requests.entries()) {
    const due = begun + (n * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    sent.push(
      post(urls[n % urls.length], request).then(({ status }) => {
        if (status !== 202) failed += 1;
        if (due - begun >= warmUp * 1_000) {
          waits.push(performance.now() - due);
        }
      }),
    );
  }
  await Promise.all(sent);
  await contestant.drain?.();
  await sleep(REST_MS);
  waits.sort((a, b) => a - b);
  const at = share => waits[Math.floor(share * (waits.length - 1))];
  return { p50: at(0.5), p99: at(0.99), count: waits.length, failed };
}
