// T1: incidents arrive exactly once while the processes that take them are killed.
// usage: ./run node tests/resilience/t1-exactly-once.mjs [--incidents 100000] [--processes 2] [--kills 20]
//        [--components 2000] [--lanes 32] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { DATABASE } from './lib/backend.mjs';
import { startBackends } from './lib/backends.mjs';
import { checkEvaluations } from './lib/evaluations.mjs';
import { planIncidents } from './lib/incidentPlan.mjs';
import { waitUntilDrained } from './lib/intake.mjs';
import { createKiller } from './lib/killer.mjs';
import { pagerDutyPing, signed, SOURCE } from './lib/pagerDuty.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { createClient, sendAll } from './lib/sender.mjs';
import { checkStored } from './lib/storedIncidents.mjs';

const DRAIN_WITHIN_SECONDS = 600;

await runTest({
  name: 't1-exactly-once',
  defaults: {
    incidents: 100_000,
    processes: 2,
    kills: 20,
    components: 2_000,
    lanes: 32,
  },
  minutes: 30,
  async test(options) {
    const { components, defer, lanes } = options;
    const checks = createChecks();
    const postgres = await startPostgres(options);
    const { backends, urls } = await startBackends({ ...options, postgres });
    const post = createClient({ connections: lanes, defer });
    // Coverage begins, so that there is trust to compute.
    await post(urls[0], signed(pagerDutyPing('ping')));

    const plan = planIncidents({
      ...options,
      now: Date.now(),
      repeated: 0.1,
      swapped: 0.01,
    });
    const killer = createKiller({
      ...options,
      backends,
      total: plan.deliveries,
    });
    const begun = performance.now();
    const tally = await sendAll({
      lanes: plan.lanes,
      encode: delivery => signed(plan.encode(delivery)),
      urls,
      post,
      onAnswer: ({ status }) => status === 202 && killer.noteProgress(),
    });
    const sendSeconds = (performance.now() - begun) / 1_000;
    await killer.finish();
    progress(`sent in ${round(sendSeconds)} s with ${killer.kills} kills`);
    const drainSeconds = await waitUntilDrained(postgres, DRAIN_WITHIN_SECONDS);
    await postgres.query(
      DATABASE,
      `delete from incident_inbox where id = '${SOURCE}/ping'`,
    );

    const stored = await checkStored({
      checks,
      plan,
      postgres,
      tally,
    });
    checks.expect(
      killer.kills >= options.kills,
      `${killer.kills} kills, expected ${options.kills}`,
    );
    const evaluations = await checkEvaluations({
      checks,
      components,
      postgres,
    });
    return {
      deliveries: plan.deliveries,
      distinct: plan.ids.size,
      ...stored,
      ...evaluations,
      retries: tally.retries,
      killed: killer.kills,
      sendSeconds: round(sendSeconds, 1),
      perSecond: round(plan.deliveries / sendSeconds),
      drainSeconds: round(drainSeconds, 1),
      breaches: checks.breaches,
    };
  },
});
