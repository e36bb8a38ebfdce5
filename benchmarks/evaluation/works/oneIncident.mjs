import { setTimeout as sleep } from 'node:timers/promises';
import {
  pagerDutyEvent,
  signed,
  SOURCE,
} from '../../../tests/resilience/lib/pagerDuty.mjs';
import { createClient } from '../../../tests/resilience/lib/sender.mjs';
import { percentiles } from '../load.mjs';

const COUNT = 200;
const WARM_UP = 20;
const IDLE_SECONDS = 10;
const LOOK_EVERY_MS = 3;
/** So that one is over before the next, as on a day with few incidents. */
const PAUSE_MS = 50;
/** Far apart, and each component once. */
const STEP = 7_919;

/** W3: an incident arrives; milliseconds from sending it until the new result of its component is sent. */
export async function oneIncident(context) {
  const { components, counters, defer, limit, suite, watcher } = context;
  const post = createClient({ connections: 1, defer });
  const url = `${suite.url}/api/autonomy/v1/webhooks/${SOURCE}`;
  let sequence = 0;

  async function send(readVersion) {
    sequence += 1;
    const component = `component-${(sequence * STEP) % components}`;
    const before = await readVersion(component);
    const request = signed(eventOf(sequence, component));
    const begun = performance.now();
    const { status } = await post(url, request);
    const acknowledged = performance.now() - begun;
    if (status !== 202) throw new Error(`the incident was answered ${status}`);
    while ((await readVersion(component)) === before) {
      await sleep(LOOK_EVERY_MS);
    }
    const visible = performance.now() - begun;
    await sleep(PAUSE_MS);
    return { acknowledged, visible };
  }

  /** As a reader sees it. */
  async function readSent(component) {
    const answer = await suite.send(
      `/api/autonomy/v1/entities/component/default/${component}`,
    );
    return /"evaluatedAt":(\d+)/.exec(await answer.text())[1];
  }

  /** Past the suite, whose statements are counted. */
  async function readStored(component) {
    const { rows } = await watcher.query(
      'select evaluated_at from evaluations where entity_ref = $1',
      [`component:default/${component}`],
    );
    return rows[0].evaluated_at;
  }

  for (let n = 0; n < WARM_UP; n++) await send(readSent);
  const waits = [];
  for (let n = 0; n < COUNT; n++) waits.push(await send(readSent));

  const idle = await counters.count(() => sleep(IDLE_SECONDS * 1_000));
  const begun = performance.now();
  const counted = await counters.count(async () => {
    for (let n = 0; n < COUNT; n++) await send(readStored);
    return (performance.now() - begun) / 1_000;
  });
  const each = field =>
    (counted[field] - (idle[field] / IDLE_SECONDS) * counted.result) / COUNT;
  const visible = percentiles(waits.map(wait => wait.visible));
  return {
    figures: {
      acknowledgedMs: percentiles(waits.map(wait => wait.acknowledged)),
      visibleMs: visible,
      limitMs: percentiles(await limit.writeTwice(COUNT)),
      statementsEach: each('statements'),
      databaseMsEach: each('databaseMs'),
      cpuMsEach: 1_000 * each('cpuSeconds'),
      idleStatementsPerSecond: idle.statements / IDLE_SECONDS,
      walBytesEach: each('walBytes'),
      writtenEach: Object.fromEntries(
        Object.entries(counted.written).map(([table, n]) => [table, n / COUNT]),
      ),
      busiest: counted.busiest,
    },
    lines: [
      [
        'W3',
        'one incident until its result shows: p99',
        visible.p99,
        'ms',
        250,
      ],
      ['W3', 'statements for each', each('statements'), '', 8],
    ],
  };
}

function eventOf(n, component) {
  const now = Date.now();
  return pagerDutyEvent({
    id: `W3-${now}-${n}`,
    state: 'triggered',
    incident: `W3-${now}-${n}`,
    occurredAt: now,
    createdAt: now,
    service: component,
    priority: 'P3',
    title: 'One more',
  });
}
