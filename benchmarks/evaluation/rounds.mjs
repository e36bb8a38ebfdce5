import { loadavg } from 'node:os';
import { progress, round } from '../../tests/resilience/lib/runTest.mjs';

/** A limit that moved by more than this share tells that somebody else used the machine. */
const STEADY = 0.25;

/**
 * The limit and the suite take turns, each round with another one first. The first round is for warming up, and
 * those in which the limit was not what it usually is do not count.
 *
 * @param options.limit - measures it; resolves to one figure, or to anything with that figure as `value`
 * @param options.ours - likewise
 * @returns of the rounds that count: the figures of both, their `ratios`, and how many were `dropped`
 */
export async function inRounds({ limit, name, ours, rounds }) {
  const found = [];
  for (let n = 0; n <= rounds; n++) {
    const result = {};
    const steps = {
      limit: async () => (result.limit = await limit()),
      ours: async () => (result.ours = await ours()),
    };
    for (const step of n % 2 ? ['ours', 'limit'] : ['limit', 'ours']) {
      await steps[step]();
    }
    progress(
      `${name} ${n === 0 ? 'warm-up' : `round ${n}`}: limit ${round(
        valueOf(result.limit),
        3,
      )}, suite ${round(valueOf(result.ours), 3)}, load ${round(
        loadavg()[0],
        1,
      )}`,
    );
    if (n > 0) found.push(result);
  }
  const usual = median(found.map(each => valueOf(each.limit)));
  const counted = found.filter(
    each => Math.abs(valueOf(each.limit) / usual - 1) <= STEADY,
  );
  return {
    counted,
    dropped: found.length - counted.length,
    limit: spread(counted.map(each => valueOf(each.limit))),
    ours: spread(counted.map(each => valueOf(each.ours))),
    ratio: spread(
      counted.map(each => valueOf(each.ours) / valueOf(each.limit)),
    ),
  };
}

const valueOf = found => (typeof found === 'number' ? found : found.value);

export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: median(sorted), least: sorted[0], most: sorted.at(-1) };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
