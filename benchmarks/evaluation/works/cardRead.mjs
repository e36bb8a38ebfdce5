import { peakMemory } from '../counters.mjs';
import { closedLoop, uniform, zipf } from '../load.mjs';
import { inRounds, median, spread } from '../rounds.mjs';

const CONNECTIONS = 32;
const KEYS = { uniform, zipf };

/** W4: cards are read, 32 at a time. */
export async function cardRead(context) {
  const { components, counters, rounds, seconds, seed, suite } = context;
  const read = (prefix, key) =>
    closedLoop({
      backend: suite,
      connections: CONNECTIONS,
      seconds,
      paths: () => `${prefix}/entities/component/default/component-${key()}`,
    });
  const figures = {};
  const lines = [];
  for (const [name, create] of Object.entries(KEYS)) {
    const key = create(components, seed);
    peakMemory(suite.pid);
    const found = await inRounds({
      name: `W4 ${name}`,
      limit: () => read('/api/limit', key),
      ours: () => read('/api/autonomy/v1', key),
      rounds,
    });
    const tails = found.counted.map(({ limit, ours }) => ours.p99 / limit.p99);
    figures[name] = {
      perSecond: found.ours,
      limitPerSecond: found.limit,
      ratio: found.ratio,
      p50: median(found.counted.map(({ ours }) => ours.p50)),
      p99: median(found.counted.map(({ ours }) => ours.p99)),
      limitP99: median(found.counted.map(({ limit }) => limit.p99)),
      p99Ratio: spread(tails),
      failed: found.counted.reduce((sum, { ours }) => sum + ours.failed, 0),
      peakMb: peakMemory(suite.pid),
    };
    lines.push(
      ['W4', `cards, ${name} keys`, found.ratio, 'x limit', 0.6, 'atLeast'],
      ['W4', `cards, ${name} keys: p99`, spread(tails), 'x limit', 2],
    );
  }
  const counted = await counters.count(() =>
    read('/api/autonomy/v1', uniform(components, seed)),
  );
  await context.profiled('W4', () =>
    read('/api/autonomy/v1', uniform(components, seed)),
  );
  // The warm-up is counted by the database and not by the reader.
  figures.statementsEach = await statementsOfOne(context);
  figures.busiest = counted.busiest.slice(0, 5);
  figures.floorPerSecond = (
    await closedLoop({
      backend: suite,
      connections: CONNECTIONS,
      seconds,
      paths: () => '/api/limit/empty',
    })
  ).perSecond;
  lines.push(['W4', 'statements for each card', figures.statementsEach, '', 1]);
  return { figures, lines };
}

/** Exactly so many requests, and how many statements they take. */
async function statementsOfOne({ counters, suite }) {
  const count = 500;
  const counted = await counters.count(async () => {
    for (let n = 0; n < count; n++) {
      await suite.send(
        `/api/autonomy/v1/entities/component/default/component-${n}`,
      );
    }
  });
  const reads = counted.busiest
    .filter(({ calls }) => calls >= count)
    .reduce((sum, { calls }) => sum + calls, 0);
  return reads / count;
}
