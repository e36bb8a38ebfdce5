// What boards cost: opening the audits of a quarter, and reading what the pages of boards ask for; see README.md.
// usage: ./run node benchmarks/governance/run.mjs [--sizes 1000,10000,100000] [--seconds 5] [--seed n]
// Tells of each step on stderr; prints the figures as JSON.
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from '../../tests/resilience/lib/backend.mjs';
import { until } from '../../tests/resilience/lib/intake.mjs';
import { startPostgres } from '../../tests/resilience/lib/postgres.mjs';
import {
  progress,
  round,
  runTest,
} from '../../tests/resilience/lib/runTest.mjs';
import { createCounters, peakMemory } from '../evaluation/counters.mjs';
import { closedLoop } from '../evaluation/load.mjs';
import {
  createSuite,
  POSTGRES_SETTINGS,
  prepareDatabase,
  SUITE,
  untilEvaluated,
} from '../evaluation/suite.mjs';

const CONNECTIONS = 8;
const BOARD = 'group/default/team-0';
const BOARD_REF = 'group:default/team-0';
/** What the pages of boards ask for. */
const PATHS = {
  'mismatches, first page': '/mismatches?kind=surplus&limit=50',
  'mismatches, surplus of one area': '/mismatches?kind=surplus&area=operations',
  'risk matrix': '/mismatches/matrix',
  boards: '/boards',
  agenda: `/boards/${BOARD}/agenda`,
  calendar: `/boards/${BOARD}/calendar`,
  debt: `/boards/${BOARD}/debt`,
  statistics: `/boards/${BOARD}/statistics`,
  'review pack': `/boards/${BOARD}/review-pack`,
  'audits, first page': '/audits?limit=50',
  'audits of a board': `/audits?limit=50&board=${BOARD_REF}`,
  'exemptions, first page': '/exemptions?limit=50',
};
/** As if all had been audited, and stood elsewhere in three areas: what the results would say. */
const MISMATCHES = `
  insert into evaluation_mismatches (entity_ref, area, consequence, actual, source, recommended, effective, difference, priority, trust)
  select e.entity_ref, a.area, a.consequence, 3 + a.difference, 'agreed', 3, 3, a.difference, (e.evaluated_at % 997) / 100.0, 0.5
  from evaluations e cross join (values ('operations', 'medium', 1), ('deployment', 'high', 2), ('tooling', 'low', -1)) a (area, consequence, difference)
  on conflict do nothing`;
const OPENED_WITHIN_SECONDS = 1_800;
const LOOK_EVERY_MS = 200;
const SOON = { seconds: 1 };
const ROUNDS = {
  frequency: SOON,
  initialDelay: SOON,
  timeout: { minutes: 10 },
};

await runTest({
  name: 'governance-benchmark',
  defaults: { sizes: '1000,10000,100000', seconds: 5, seed: 1 },
  minutes: 300,
  async test(options) {
    const postgres = await startPostgres({
      ...options,
      isDurable: true,
      settings: POSTGRES_SETTINGS,
    });
    const sizes = {};
    for (const components of options.sizes.split(',').map(Number)) {
      progress(`${components} components`);
      sizes[components] = await measure({ ...options, components, postgres });
    }
    const breaches = Object.entries(sizes).flatMap(([size, { reads }]) =>
      Object.entries(reads)
        .filter(([, { failed }]) => failed > 0)
        .map(([what, { failed }]) => `${size} ${what}: ${failed} failed`),
    );
    return { sizes, breaches };
  },
});

async function measure(options) {
  const { components, postgres, seconds } = options;
  const cleanups = [];
  const defer = cleanup => cleanups.push(cleanup);
  try {
    const { watcher } = await prepareDatabase({ ...options, defer });
    const quiet = await createSuite({ ...options, defer });
    await quiet.start();
    await untilEvaluated(watcher, components);
    await quiet.kill('SIGTERM');
    await watcher.query('vacuum analyze');

    const suite = await createSuite({
      ...options,
      name: 'boards',
      defer,
      autonomy: {
        centralBoard: BOARD_REF,
        boardsWithoutPermissions: true,
        governance: { schedule: ROUNDS },
      },
    });
    const counters = createCounters({
      watcher,
      role: SUITE,
      pids: () => [suite.pid],
    });
    const opened = await openAudits({ components, counters, suite, watcher });
    progress(`  ${JSON.stringify(opened)}`);
    await watcher.query(MISMATCHES);
    await watcher.query('vacuum analyze');
    const reads = {};
    for (const [what, path] of Object.entries(PATHS)) {
      const { failed, p50, p99, perSecond } = await closedLoop({
        backend: suite,
        connections: CONNECTIONS,
        seconds,
        paths: () => `/api/autonomy/v1${path}`,
      });
      const answer = await suite.send(`/api/autonomy/v1${path}`);
      const { byteLength } = await answer.arrayBuffer();
      reads[what] = {
        p50: round(p50, 1),
        p99: round(p99, 1),
        perSecond: round(perSecond),
        kilobytes: round(byteLength / 1_000, 1),
        failed,
      };
      progress(`  ${what}: ${JSON.stringify(reads[what])}`);
    }
    return { opened, reads };
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
    await postgres.query('postgres', `drop database ${DATABASE} with (force)`);
  }
}

/** From the start of the backend until each component has its audit of the quarter. */
async function openAudits({ components, counters, suite, watcher }) {
  await suite.start();
  peakMemory(suite.pid);
  await suite.eventLoop();
  const counted = await counters.count(async () => {
    const begun = performance.now();
    await until(
      OPENED_WITHIN_SECONDS,
      'not all audits are opened',
      async () => (await countAudits(watcher)) === components,
      LOOK_EVERY_MS,
    );
    return (performance.now() - begun) / 1_000;
  });
  const { max, p99 } = await suite.eventLoop();
  // One more round, which finds nothing to open.
  const rest = await counters.count(() => sleep(10_000));
  return {
    seconds: round(counted.result, 1),
    statementsEach: round(counted.statements / components, 3),
    walBytesEach: round(counted.walBytes / components),
    written: counted.written,
    peakMb: round(peakMemory(suite.pid)),
    eventLoopP99: round(p99, 1),
    eventLoopMax: round(max, 1),
    atRestStatementsPerSecond: round(rest.statements / 10, 1),
    atRestDatabaseMsPerSecond: round(rest.databaseMs / 10, 1),
    busiestAtRest: rest.busiest.slice(0, 3),
  };
}

async function countAudits(watcher) {
  const { rows } = await watcher.query(
    'select count(*)::int as count from trust_audits',
  );
  return rows[0].count;
}
