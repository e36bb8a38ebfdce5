import { Agent, request } from 'node:http';
import { below, seededRandom } from '../../tests/resilience/lib/random.mjs';

/**
 * Asks again and again, so many requests at a time.
 *
 * @param options.paths - gives the path of each request
 * @param options.warmUp - seconds that are not counted
 * @returns answers a second, milliseconds, and how many were not 200
 */
export async function closedLoop(options) {
  const { backend, connections, paths, seconds, warmUp = 1 } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { authorization: `Bearer ${backend.token}` };
  const begun = performance.now();
  const from = begun + warmUp * 1_000;
  const until = from + seconds * 1_000;
  const waits = [];
  let failed = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const sent = performance.now();
        const status = await get(`${backend.url}${paths()}`, agent, headers);
        if (status !== 200) failed += 1;
        if (sent >= from) waits.push(performance.now() - sent);
      }
    }),
  );
  agent.destroy();
  return {
    value: waits.length / seconds,
    perSecond: waits.length / seconds,
    ...percentiles(waits),
    count: waits.length,
    failed,
  };
}

function get(url, agent, headers) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, response => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Of milliseconds. */
export function percentiles(waits) {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = share => sorted[Math.floor(share * (sorted.length - 1))];
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) };
}

/** Numbers below a limit, all as likely as each other. */
export function uniform(limit, seed) {
  const random = seededRandom(seed);
  return () => below(random, limit);
}

/** Numbers below a limit, the n-th as likely as 1/n: few are asked for often. */
export function zipf(limit, seed) {
  const random = seededRandom(seed);
  const sums = new Float64Array(limit);
  let sum = 0;
  for (let n = 0; n < limit; n++) sums[n] = sum += 1 / (n + 1);
  return () => {
    const drawn = random() * sum;
    let [low, high] = [0, limit - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < drawn) low = middle + 1;
      else high = middle;
    }
    // Neighbours in the alphabet are not alike.
    return (low * 7919) % limit;
  };
}
