// T4: a process is killed in the middle of a full evaluation, at a random point of each of many runs.
// usage: ./run node tests/resilience/t4-crash.mjs [--components 10000] [--kills 20] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from './lib/backend.mjs';
import { startBackends } from './lib/backends.mjs';
import { checkEvaluations, untilNothingWaits } from './lib/evaluations.mjs';
import { changeAll } from './lib/facts.mjs';
import { until } from './lib/intake.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { below, seededRandom } from './lib/random.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { clearWatch, installWatch, readWatch } from './lib/watch.mjs';

const LEASE_MS = 30_000;
/** To look for what is due, and to get to it. */
const LOOK_MS = 2_000;
const MOST_TAKEN = 1.1;
const DONE_WITHIN_SECONDS = 300;

await runTest({
  name: 't4-crash',
  defaults: { components: 10_000, kills: 20 },
  minutes: 60,
  async test(options) {
    const { components, kills, seed } = options;
    const checks = createChecks();
    const random = seededRandom(seed);
    const postgres = await startPostgres(options);
    const { backends } = await startBackends({
      ...options,
      postgres,
      processes: 1,
    });
    const [backend] = backends;
    await untilNothingWaits(postgres, DONE_WITHIN_SECONDS);
    await installWatch(postgres);
    const runs = [];
    for (let n = 1; n <= kills; n++) {
      const run = await killOnce({
        after: 1 + below(random, components - 1),
        backend,
        holds: n % 2 === 0,
        postgres,
      });
      progress(`kill ${n} of ${kills}: ${JSON.stringify(run)}`);
      checkRun(checks, run, components);
      runs.push(run);
    }
    const evaluations = await checkEvaluations({
      checks,
      components,
      postgres,
    });
    const most = name => Math.max(...runs.map(run => run[name]));
    return {
      killed: runs.length,
      mostTakenShare: round(most('takes') / components, 3),
      mostTakesOfAVersion: most('mostTakesOfAVersion'),
      longestResumeSeconds: round(most('resumeMs') / 1_000, 1),
      longestHeldSeconds: round(most('heldMs') / 1_000, 1),
      staleOverwrites: most('staleOverwrites'),
      ...evaluations,
      breaches: checks.breaches,
    };
  },
});

/**
 * One full evaluation with one kill.
 *
 * @param options.after - so many entities were taken
 * @returns what was noted, and in milliseconds from the kill on: `resumeMs` until the first entity was taken by the
 * next process, `heldMs` until the last of those was that the killed one had
 */
async function killOnce({ after, backend, holds, postgres }) {
  await clearWatch(postgres);
  await changeAll(postgres, holds);
  await until(
    DONE_WITHIN_SECONDS,
    'nothing is taken',
    async () => (await readWatch(postgres)).takes >= after,
    10,
  );
  await backend.kill();
  const [{ at, held }] = await postgres.query(
    DATABASE,
    `select clock_timestamp() as at, array_agg(entity_ref) filter (where ticket is not null) as held
      from evaluation_queue`,
  );
  await backend.start();
  await untilNothingWaits(postgres, DONE_WITHIN_SECONDS);
  // What is noted is complete when nothing is in hand any more.
  await sleep(LOOK_MS);
  const [times] = await postgres.query(
    DATABASE,
    `select extract(epoch from min(at) - $1) * 1000 as "resumeMs",
        extract(epoch from max(at) filter (where entity_ref = any($2)) - $1) * 1000 as "heldMs"
      from watch.takes where at > $1`,
    [at, held ?? []],
  );
  return {
    after,
    held: held?.length ?? 0,
    ...(await readWatch(postgres)),
    resumeMs: round(Number(times.resumeMs ?? 0)),
    heldMs: round(Number(times.heldMs ?? 0)),
  };
}

function checkRun({ expect }, run, components) {
  const { heldMs, mostTakesOfAVersion, resumeMs, takes } = run;
  expect(
    takes <= MOST_TAKEN * components,
    `${takes} takes for ${components} entities`,
  );
  expect(
    mostTakesOfAVersion <= 2,
    `an entity was taken ${mostTakesOfAVersion} times`,
  );
  expect(resumeMs <= LEASE_MS, `it went on after ${resumeMs} ms`);
  expect(
    heldMs <= LEASE_MS + LOOK_MS,
    `what the killed process had was taken after ${heldMs} ms`,
  );
  for (const name of ['staleOverwrites', 'staleFinishes', 'wentBack']) {
    expect(!run[name], `${name}: ${run[name]}`);
  }
}
