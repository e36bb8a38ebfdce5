// T2: the database is lost in the middle of the intake, again and again.
// usage: ./run node tests/resilience/t2-database-loss.mjs [--events 20000] [--faults 15] [--processes 2]
//        [--components 200] [--lanes 32] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { createAnswers } from './lib/answers.mjs';
import { DATABASE } from './lib/backend.mjs';
import { startBackends } from './lib/backends.mjs';
import { createFaults } from './lib/faults.mjs';
import { planIncidents } from './lib/incidentPlan.mjs';
import { until, waitUntilDrained } from './lib/intake.mjs';
import { signed } from './lib/pagerDuty.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startProxy } from './lib/proxy.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { createClient, sendAll } from './lib/sender.mjs';
import { checkStored } from './lib/storedIncidents.mjs';

const BETWEEN_FAULTS_MS = 2_000;
const LONGEST_ANSWER_MS = 5_000;
const RECOVERED_WITHIN_MS = 5_000;
const DRAIN_WITHIN_SECONDS = 180;
/** Of a fault and the pause after it. */
const ABOUT_A_FAULT_MS = 5_000;
/** Deliveries for each incident, on average. */
const EVENTS_PER_INCIDENT = 1.55;

await runTest({
  name: 't2-database-loss',
  defaults: {
    events: 20_000,
    faults: 15,
    processes: 2,
    components: 200,
    lanes: 32,
  },
  minutes: 20,
  async test(options) {
    const { defer, events, faults: count, lanes } = options;
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const proxy = await startProxy({ targetPort: postgres.port, defer });
    const { backends, urls } = await startBackends({
      ...options,
      postgres,
      databasePort: proxy.port,
    });
    const plan = planIncidents({
      ...options,
      incidents: Math.round(events / EVENTS_PER_INCIDENT),
      now: Date.now(),
    });
    const answers = createAnswers();
    // As long as the faults take, so that each of them meets deliveries.
    const pause = (lanes * count * ABOUT_A_FAULT_MS) / plan.deliveries;
    const sending = sendAll({
      lanes: plan.lanes,
      encode: delivery => signed(plan.encode(delivery)),
      urls,
      pause,
      post: createClient({
        connections: lanes,
        defer,
        timeout: 2 * LONGEST_ANSWER_MS,
      }),
      onAnswer: answer => answers.note(answer),
    });
    const faults = Object.entries(createFaults({ postgres, proxy }));
    for (let n = 0; n < count; n++) {
      await sleep(BETWEEN_FAULTS_MS);
      const [name, lose] = faults[n % faults.length];
      progress(`fault ${n + 1} of ${count}: ${name}`);
      await lose();
      answers.expectRecovery(name, urls);
    }
    const tally = await sending;
    const drainSeconds = await waitUntilDrained(postgres, DRAIN_WITHIN_SECONDS);
    const stored = await checkStored({ checks, plan, postgres, tally });
    checkAnswers(checks, answers);
    const exits = backends.reduce((sum, each) => sum + each.exits, 0);
    checks.expect(!exits, `${exits} processes ended`);
    const unhandled = backends.flatMap(each => each.unhandled);
    checks.expect(!unhandled.length, `not caught: ${unhandled[0]}`);
    await waitUntilIdle(postgres).catch(error =>
      checks.expect(false, error.message),
    );
    return {
      ...stored,
      answers: answers.statuses,
      slowestAnswerMs: round(answers.slowest),
      slowestRecoveryMs: round(slowest(answers.recoveries)?.ms ?? 0),
      slowestRecoveryAfter: slowest(answers.recoveries)?.fault,
      drainSeconds: round(drainSeconds, 1),
      breaches: checks.breaches,
    };
  },
});

function slowest(recoveries) {
  return [...recoveries].sort((a, b) => b.ms - a.ms)[0];
}

function checkAnswers({ expect }, { recoveries, slowest: longest, strange }) {
  const told = [...strange].join(', ');
  expect(!strange.size, `senders were told something else: ${told}`);
  expect(
    longest <= LONGEST_ANSWER_MS,
    `an answer took ${round(
      longest,
    )} ms, expected at most ${LONGEST_ANSWER_MS}`,
  );
  const late = recoveries.filter(({ ms }) => ms > RECOVERED_WITHIN_MS);
  expect(
    !late.length,
    `${late.length} times it took more than ${RECOVERED_WITHIN_MS} ms to serve again`,
  );
}

/** Nothing is under way, and no transaction left open. */
async function waitUntilIdle(postgres) {
  await until(30, 'connections are not idle', async () => {
    const busy = await postgres.query(
      'postgres',
      `select state, count(*)::int as count from pg_stat_activity
        where datname = $1 and state <> 'idle' group by state`,
      [DATABASE],
    );
    return busy.length === 0;
  });
}
