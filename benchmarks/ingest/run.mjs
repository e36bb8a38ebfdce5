// W7: how many signed deliveries a second the suite takes, against the least that could take them; see README.md.
// usage: ./run node benchmarks/ingest/run.mjs [--events 10000] [--rounds 4] [--rate n] [--processes 2]
//        [--components 2000] [--lanes 32] [--seed n]
// Tells of each round on stderr; prints one JSON line. Exits 1 where a goal is missed.
import { loadavg } from 'node:os';
import { planIncidents } from '../../tests/resilience/lib/incidentPlan.mjs';
import { SECRET, signed } from '../../tests/resilience/lib/pagerDuty.mjs';
import { startPostgres } from '../../tests/resilience/lib/postgres.mjs';
import {
  createChecks,
  progress,
  round,
  runTest,
} from '../../tests/resilience/lib/runTest.mjs';
import { createClient } from '../../tests/resilience/lib/sender.mjs';
import { startLimit } from './limit.mjs';
import { startOurs } from './ours.mjs';
import { fixedRate, fullSpeed } from './rounds.mjs';

const EVENTS_PER_INCIDENT = 1.55;
const GOALS = { ratio: 0.7, p99Ms: 200, drainSeconds: 30 };
/** Of what the suite takes at full speed: what a busy day is like, and not a queue that only grows. */
const RATE_SHARE = 0.5;
const RATE_SECONDS = 15;

await runTest({
  name: 'w7-ingest',
  defaults: {
    events: 10_000,
    rounds: 4,
    rate: 0,
    processes: 2,
    components: 2_000,
    lanes: 32,
  },
  minutes: 60,
  async test(options) {
    const { events, lanes, rounds } = options;
    const { expect, breaches } = createChecks();
    const postgres = await startPostgres({ ...options, isDurable: true });
    const contestants = {
      limit: await startLimit({ ...options, postgres, secret: SECRET }),
      ours: await startOurs({ ...options, postgres }),
    };
    const post = createClient({ connections: lanes, defer: options.defer });
    const found = { limit: [], ours: [] };
    for (let n = 0; n < rounds; n++) {
      const signedLanes = signAll(events, { ...options, prefix: `R${n}` });
      const order = n % 2 ? ['ours', 'limit'] : ['limit', 'ours'];
      for (const name of order) {
        const result = await fullSpeed({
          contestant: contestants[name],
          lanes: signedLanes,
          post,
        });
        progress(
          `round ${n + 1} ${name}: ${round(
            result.perSecond,
          )}/s, drained after ${round(
            result.drainSeconds ?? 0,
            1,
          )} s, load ${round(loadavg()[0], 1)}`,
        );
        found[name].push(result);
      }
    }
    // The first round is for warming up.
    const [limit, ours] = [found.limit.slice(1), found.ours.slice(1)];
    const ratios = ours.map(
      ({ perSecond }, n) => perSecond / limit[n].perSecond,
    );
    const drains = ours.map(each => each.drainSeconds);
    const speed = spread(ours.map(each => each.perSecond));
    const rate = options.rate || Math.round(speed.median * RATE_SHARE);
    const waits = {};
    for (const [name, contestant] of Object.entries(contestants)) {
      const requests = signAll(rate * RATE_SECONDS, {
        ...options,
        prefix: `L${name}`,
      }).flat();
      const wait = await fixedRate({
        contestant,
        perSecond: rate,
        post,
        requests,
      });
      progress(`at ${rate}/s ${name}: ${JSON.stringify(wait)}`);
      waits[name] = {
        p50: round(wait.p50, 1),
        p99: round(wait.p99, 1),
        count: wait.count,
        failed: wait.failed,
      };
    }
    const ratio = spread(ratios, 2);
    expect(
      ratio.least >= GOALS.ratio,
      `${ratio.least} of the limit, goal ${GOALS.ratio}`,
    );
    expect(
      waits.ours.p99 <= GOALS.p99Ms,
      `p99 ${waits.ours.p99} ms, goal ${GOALS.p99Ms}`,
    );
    expect(
      Math.max(...drains) <= GOALS.drainSeconds,
      `drained after ${round(Math.max(...drains), 1)} s, goal ${
        GOALS.drainSeconds
      }`,
    );
    return {
      limitPerSecond: spread(limit.map(each => each.perSecond)),
      oursPerSecond: speed,
      ratio,
      drainSeconds: spread(drains, 1),
      cpuMs: {
        limit: spread(
          limit.map(each => each.cpuMs),
          2,
        ),
        ours: spread(
          ours.map(each => each.cpuMs),
          2,
        ),
      },
      rate,
      waitMs: waits,
      load: round(loadavg()[0], 1),
      breaches,
    };
  },
});

/** Requests in lanes, signed beforehand so that the sender takes as little of the machine as can be. */
function signAll(events, { components, lanes, prefix, seed }) {
  const plan = planIncidents({
    components,
    incidents: Math.round(events / EVENTS_PER_INCIDENT),
    lanes,
    now: Date.now(),
    prefix,
    seed,
  });
  return plan.lanes.map(lane =>
    lane.map(delivery => ({
      id: delivery.id,
      ...signed(plan.encode(delivery)),
    })),
  );
}

function spread(values, digits = 0) {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  return {
    median: round(median, digits),
    least: round(sorted[0], digits),
    most: round(sorted.at(-1), digits),
  };
}
