const median = values => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2
    ? sorted[half]
    : (sorted[half - 1] + sorted[half]) / 2;
};

/** Runs a task so many times, over the entities in turn: how often a second, and how busy the core was. */
async function round({ run, iterations, entities }) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const first = run(0);
  // Only what is asynchronous pays for waiting.
  if (first instanceof Promise) {
    await first;
    for (let i = 1; i < iterations; i++) await run(i % entities);
  } else {
    for (let i = 1; i < iterations; i++) run(i % entities);
  }
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return {
    perSecond: (iterations / ms) * 1000,
    busy: (user + system) / 1000 / ms,
  };
}

/** As many iterations as take about so long, found while warming up for at least twice that time. */
async function warmUp(run, entities, ms) {
  let iterations = entities;
  for (const until = performance.now() + 2 * ms; performance.now() < until; ) {
    const { perSecond } = await round({ run, iterations, entities });
    iterations = Math.max(entities, Math.round((perSecond * ms) / 1000));
  }
  return iterations;
}

/**
 * Measures tasks against each other: after warming up, rounds of fixed iterations take turns, each
 * beginning with another task, so that whatever else the machine does touches all alike.
 *
 * @returns by name the median, least and greatest figure of all rounds, per second
 */
export async function measure(tasks, { entities, rounds, ms }) {
  const contestants = [];
  for (const [name, run] of Object.entries(tasks)) {
    const iterations = await warmUp(run, entities, ms);
    contestants.push({ name, run, iterations, entities, results: [] });
  }
  for (let i = 0; i < rounds; i++) {
    for (let j = 0; j < contestants.length; j++) {
      const contestant = contestants[(i + j) % contestants.length];
      contestant.results.push(await round(contestant));
    }
  }
  return Object.fromEntries(
    contestants.map(({ name, iterations, results }) => {
      const rates = results.map(({ perSecond }) => perSecond);
      return [
        name,
        {
          perSecond: Math.round(median(rates)),
          least: Math.round(Math.min(...rates)),
          most: Math.round(Math.max(...rates)),
          coreBusy: Number(median(results.map(({ busy }) => busy)).toFixed(2)),
          iterations,
        },
      ];
    }),
  );
}
