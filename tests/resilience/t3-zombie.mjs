// T3: a process that was held up for longer than its lease wakes up and writes nothing that is out of date.
// usage: ./run node tests/resilience/t3-zombie.mjs [--components 10000] [--pause 40] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from './lib/backend.mjs';
import { startBackends } from './lib/backends.mjs';
import { checkEvaluations, untilNothingWaits } from './lib/evaluations.mjs';
import { changeAll, pushFacts } from './lib/facts.mjs';
import { until } from './lib/intake.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { below, seededRandom } from './lib/random.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { clearWatch, installWatch, readWatch } from './lib/watch.mjs';

const LEASE_SECONDS = 30;
const SETTLE_WITHIN_SECONDS = 300;
/** Evidence goes on changing: so many entities, so often. */
const CHANGED_AT_ONCE = 50;
const CHANGE_EVERY_MS = 250;
/** After the first entities were taken: while they are read, evaluated or written. */
const STOP_WITHIN_MS = 600;
/** After it woke up. */
const GO_ON_MS = 5_000;

await runTest({
  name: 't3-zombie',
  defaults: { components: 10_000, pause: LEASE_SECONDS + 10 },
  minutes: 20,
  async test(options) {
    const { components, pause, seed } = options;
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const { backends } = await startBackends({
      ...options,
      postgres,
      processes: 2,
    });
    await untilNothingWaits(postgres, SETTLE_WITHIN_SECONDS);
    await installWatch(postgres);
    const [survivor, zombie] = backends;
    const held = await stopInMidWork({
      postgres,
      seed,
      survivor,
      zombie,
    });
    progress(`stopped while it had ${held} entities`);
    const evidence = keepChanging({ components, seed, survivor });
    await sleep(pause * 1_000);
    zombie.signal('SIGCONT');
    progress('went on');
    await sleep(GO_ON_MS);
    const changes = await evidence.stop();
    await untilNothingWaits(postgres, SETTLE_WITHIN_SECONDS);

    const watched = await readWatch(postgres);
    checkWatched(checks, watched, components);
    checks.expect(
      !changes.refused,
      `${changes.refused} reports were not taken while a process was held up`,
    );
    const evaluations = await checkEvaluations({
      checks,
      components,
      postgres,
    });
    return {
      heldByZombie: held,
      ...watched,
      ...changes,
      ...evaluations,
      breaches: checks.breaches,
    };
  },
});

/**
 * Makes all entities due and stops a process while some of them are its own.
 *
 * @returns how many
 */
async function stopInMidWork({ postgres, seed, survivor, zombie }) {
  const random = seededRandom(seed + 1);
  for (let attempt = 0; ; attempt++) {
    // Alone, so that whatever is taken is taken by it.
    survivor.signal('SIGSTOP');
    await clearWatch(postgres);
    await changeAll(postgres, attempt % 2 === 0);
    await until(
      SETTLE_WITHIN_SECONDS,
      'nothing is taken',
      async () => (await readWatch(postgres)).takes > 0,
      10,
    );
    await sleep(below(random, STOP_WITHIN_MS));
    zombie.signal('SIGSTOP');
    const [{ held }] = await postgres.query(
      DATABASE,
      'select count(*)::int as held from evaluation_queue where ticket is not null',
    );
    survivor.signal('SIGCONT');
    if (held > 0) return held;
    zombie.signal('SIGCONT');
    await untilNothingWaits(postgres, SETTLE_WITHIN_SECONDS);
  }
}

/** Reports about any of the components, those that the stopped process has included. */
function keepChanging({ components, seed, survivor }) {
  const random = seededRandom(seed);
  const figures = { reports: 0, refused: 0, slowestReportMs: 0 };
  let isStopped = false;
  const changing = (async () => {
    for (let n = 0; !isStopped; n++) {
      const some = new Set(
        Array.from({ length: CHANGED_AT_ONCE }, () =>
          below(random, components),
        ),
      );
      const begun = performance.now();
      const status = await pushFacts(survivor, [...some], n % 2 === 0);
      figures.reports += 1;
      if (status !== 200) figures.refused += 1;
      figures.slowestReportMs = round(
        Math.max(figures.slowestReportMs, performance.now() - begun),
      );
      await sleep(CHANGE_EVERY_MS);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await changing;
      return figures;
    },
  };
}

function checkWatched({ expect }, watched, components) {
  const { mostTakesOfAVersion, takenAgain, takes } = watched;
  expect(takes >= components, `${takes} takes of ${components} entities`);
  expect(takenAgain > 0, 'nothing was left to the other process');
  expect(
    mostTakesOfAVersion <= 2,
    `an entity was taken ${mostTakesOfAVersion} times without a change`,
  );
  for (const name of ['staleOverwrites', 'staleFinishes', 'wentBack']) {
    expect(!watched[name], `${name}: ${watched[name]}`);
  }
}
