// T3: a process that was held up for longer than its lease wakes up and writes nothing that is out of date.
// usage: ./run node tests/resilience/t3-zombie.mjs [--components 10000] [--pause 40] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from './lib/backend.mjs';
import { startBackends } from './lib/backends.mjs';
import { checkEvaluations, untilNothingWaits } from './lib/evaluations.mjs';
import { changeAll, pushFacts } from './lib/facts.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { below, seededRandom } from './lib/random.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { clearWatch, installWatch, readWatch } from './lib/watch.mjs';

const LEASE_SECONDS = 30;
const SETTLE_WITHIN_SECONDS = 300;
/** Evidence goes on changing: so many entities, so often. */
const CHANGED_AT_ONCE = 50;
const CHANGE_EVERY_MS = 250;
/** Between two tries to stop it at the worst moment. */
const STOP_WITHIN_MS = 100;
const LAST_STATEMENT_MS = 100;
/** Whoever reports waits this long at most. */
const LONGEST_REPORT_MS = 15_000;
/** After it woke up. */
const GO_ON_MS = 5_000;

await runTest({
  name: 't3-zombie',
  defaults: { components: 10_000, pause: LEASE_SECONDS + 10 },
  minutes: 20,
  async test(options) {
    const { components } = options;
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const { backends } = await startBackends({
      ...options,
      postgres,
      processes: 2,
    });
    await untilNothingWaits(postgres, SETTLE_WITHIN_SECONDS);
    await installWatch(postgres);
    const figures = {};
    for (const isWriting of [false, true]) {
      const found = await holdUp({ ...options, backends, isWriting, postgres });
      progress(JSON.stringify(found));
      checkFound(checks, found, { components, isWriting });
      figures[isWriting ? 'stoppedWriting' : 'stoppedEvaluating'] = found;
    }
    const evaluations = await checkEvaluations({
      checks,
      components,
      postgres,
    });
    return { ...figures, ...evaluations, breaches: checks.breaches };
  },
});

/** Stops one of the processes for a while, and lets evidence change meanwhile. */
async function holdUp(options) {
  const { backends, components, pause, postgres, seed } = options;
  const [survivor, zombie] = backends;
  const held = await stopInMidWork({ ...options, survivor, zombie });
  progress(`stopped while it had ${held} entities`);
  const evidence = keepChanging({ components, seed, survivor });
  await sleep(pause * 1_000);
  zombie.signal('SIGCONT');
  await sleep(GO_ON_MS);
  const changes = await evidence.stop();
  await untilNothingWaits(postgres, SETTLE_WITHIN_SECONDS);
  return { held, ...(await readWatch(postgres)), ...changes };
}

/**
 * Makes all entities due and stops a process while some of them are its own.
 *
 * @param options.isWriting - whether it has the transaction open that writes; then nobody else gets at the rows
 * @returns how many it had
 */
async function stopInMidWork(options) {
  const { isWriting, postgres, seed, survivor, zombie } = options;
  const random = seededRandom(seed + 1);
  for (let attempt = 0; ; attempt++) {
    // Alone, so that whatever is taken is taken by it.
    survivor.signal('SIGSTOP');
    await clearWatch(postgres);
    await changeAll(postgres, attempt % 2 === 0);
    for (let isDone = false; !isDone; ) {
      zombie.signal('SIGCONT');
      await sleep(below(random, STOP_WITHIN_MS));
      zombie.signal('SIGSTOP');
      const found = await readHeld(postgres, zombie);
      if (found.held > 0 && found.isWriting === isWriting) {
        survivor.signal('SIGCONT');
        return found.held;
      }
      isDone = found.waiting === 0;
    }
    survivor.signal('SIGCONT');
    zombie.signal('SIGCONT');
    await untilNothingWaits(postgres, SETTLE_WITHIN_SECONDS);
  }
}

/** What is in hand, after the server has finished what it was asked for. */
async function readHeld(postgres, { name }) {
  await sleep(LAST_STATEMENT_MS);
  const [row] = await postgres.query(
    DATABASE,
    `select count(*) filter (where ticket is not null)::int as held,
        count(*) filter (where version > evaluated_version)::int as waiting,
        exists (select from pg_locks l join pg_stat_activity a using (pid)
          where l.relation = 'evaluation_queue'::regclass and l.mode = 'RowShareLock'
            and a.state = 'idle in transaction' and a.application_name = $1) as "isWriting"
      from evaluation_queue`,
    [name],
  );
  return row;
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

function checkFound({ expect }, found, { components, isWriting }) {
  const { mostTakesOfAVersion, refused, slowestReportMs } = found;
  expect(found.takes >= components, `${found.takes} takes of ${components}`);
  expect(
    found.takenAgain > 0 || isWriting,
    'nothing was left to the other process',
  );
  expect(
    mostTakesOfAVersion <= 2,
    `an entity was taken ${mostTakesOfAVersion} times without a change`,
  );
  for (const name of ['staleOverwrites', 'staleFinishes', 'wentBack']) {
    expect(!found[name], `${name}: ${found[name]}`);
  }
  expect(
    !refused,
    `${refused} reports were not taken while a process was held up`,
  );
  expect(
    slowestReportMs <= LONGEST_REPORT_MS,
    `a report took ${slowestReportMs} ms while a process was held up`,
  );
}
