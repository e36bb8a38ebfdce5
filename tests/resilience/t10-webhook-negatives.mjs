// T10: nothing that is not authentic gets in, and nothing that is sent breaks the receiver.
// usage: ./run node tests/resilience/t10-webhook-negatives.mjs [--cases 10000] [--connections 8] [--seed n]
// Prints one JSON line; exits 1 on a breach. See docs/reference/resilience.md.
import { createBackend, DATABASE } from './lib/backend.mjs';
import { waitUntilDrained, waitUntilSettled } from './lib/intake.mjs';
import { MAPPING } from './lib/pagerDuty.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { createChecks, progress, round, runTest } from './lib/runTest.mjs';
import { createExchange } from './lib/webhooks/exchange.mjs';
import { checkReplays } from './lib/webhooks/replays.mjs';
import { checkCases, runCases } from './lib/webhooks/runCases.mjs';
import {
  createSchemes,
  OFFICIAL,
  standardSignature,
} from './lib/webhooks/schemes.mjs';
import { checkTimestamps } from './lib/webhooks/timestamps.mjs';

const MEGABYTE = 1024 * 1024;
const MOST_GROWTH_MB = 20;
const DRAIN_SECONDS = 300;
/** Of the cases, before memory is measured for the first time. */
const WARM_UP_SHARE = 0.2;
const RULE_FOR_ALL = {
  entity: "'component:default/component-0'",
  severity: "'low'",
};

await runTest({
  name: 't10-webhook-negatives',
  defaults: { cases: 10_000, connections: 8 },
  minutes: 20,
  async test(options) {
    const { cases, defer } = options;
    const checks = createChecks();
    const schemes = createSchemes();
    const postgres = await startPostgres(options);
    const backend = await createBackend({
      ...options,
      name: 'backend',
      components: 5,
      databasePort: postgres.port,
      autonomy: configOf(schemes),
    });
    await backend.start();
    await waitUntilSettled(postgres);
    const exchange = createExchange(options);
    const urlOf = id => `${backend.url}/api/autonomy/v1/webhooks/${id}`;

    checkOfficialVector(checks);
    await checkRoutes({ backend, checks, exchange, schemes });
    const [, standard] = schemes;
    await checkTimestamps({
      checks,
      exchange,
      scheme: standard,
      url: urlOf(standard.id),
    });
    for (const scheme of schemes) {
      const url = urlOf(scheme.id);
      await checkReplays({ checks, exchange, postgres, scheme, url });
    }
    progress('routes, timestamps and replays are done');

    const run = async (count, seed) => {
      const tally = await runCases({
        ...options,
        cases: count,
        exchange,
        schemes,
        seed,
        urlOf,
      });
      checkCases(checks, tally);
      await waitUntilDrained(postgres, DRAIN_SECONDS);
      return { tally, memory: await backend.memory() };
    };
    const warm = await run(Math.round(cases * WARM_UP_SHARE), options.seed + 1);
    const { memory, tally } = await run(cases, options.seed);
    const growth = takenOf(memory) - takenOf(warm.memory);
    checks.expect(
      growth <= MOST_GROWTH_MB,
      `memory grew by ${round(
        growth,
        1,
      )} MB, expected at most ${MOST_GROWTH_MB}`,
    );
    checks.expect(!backend.exits, 'the process ended');
    checks.expect(
      !backend.unhandled.length,
      `not caught: ${backend.unhandled[0]}`,
    );
    const [{ count: quarantined }] = await postgres.query(
      DATABASE,
      'select count(*)::int as count from incident_inbox where quarantined_at is not null',
    );
    defer(() => progress(JSON.stringify(tally.sent)));
    return {
      kinds: Object.keys(tally.sent).length,
      forged: tally.forged,
      acceptedForgeries: tally.forgeries.length,
      answers: tally.statuses,
      quarantined,
      memoryGrowthMb: round(growth, 1),
      breaches: checks.breaches,
    };
  },
});

function configOf(schemes) {
  return {
    incidents: {
      sources: {
        ...Object.fromEntries(schemes.map(({ config, id }) => [id, config])),
        quiet: { type: 'standard-webhooks' },
      },
      mapping: [...MAPPING, RULE_FOR_ALL],
    },
    // So that the inbox forgets while somebody waits for it.
    retention: {
      schedule: {
        frequency: { seconds: 2 },
        timeout: { minutes: 1 },
        initialDelay: { seconds: 1 },
      },
    },
  };
}

/** What the process itself keeps, after garbage was collected; what the allocator keeps is not told. */
function takenOf({ external, heapUsed }) {
  return (heapUsed + external) / MEGABYTE;
}

/** The requests below are made by a signer that makes what the specification says. */
function checkOfficialVector({ expect }) {
  const found = standardSignature(OFFICIAL);
  expect(found === OFFICIAL.signature, `the signer makes ${found}`);
}

/** Sources without a secret have no address, and others only the one. */
async function checkRoutes({ backend, checks, exchange, schemes }) {
  const [scheme] = schemes;
  const request = scheme.request(scheme.body());
  const withToken = {
    ...request,
    headers: [...request.headers, ['authorization', `Bearer ${backend.token}`]],
  };
  for (const path of [
    'webhooks/quiet',
    'webhooks/unknown',
    'webhooks',
    'webhooks/',
    `webhooks/${scheme.id}/`,
    `webhooks/${scheme.id}/more`,
    `webhooks/${scheme.id.toUpperCase()}`,
    `Webhooks/${scheme.id}`,
    `webhooks//${scheme.id}`,
    'webhooks/__proto__',
    `webhooks/quiet/../unknown`,
    `webhooks/${scheme.id}%2f..%2fquiet`,
  ]) {
    const url = `${backend.url}/api/autonomy/v1/${path}`;
    const without = await exchange(url, request);
    const allowed = await exchange(url, withToken);
    checks.expect(
      [401, 404].includes(without.status) && allowed.status === 404,
      `${path}: answered ${without.status} and, to a service, ${allowed.status}; expected 404`,
    );
  }
}
