import { setTimeout as sleep } from 'node:timers/promises';
import {
  pagerDutyEvent,
  signed,
} from '../../../tests/resilience/lib/pagerDuty.mjs';
import { createClient } from '../../../tests/resilience/lib/sender.mjs';
import { percentiles } from '../load.mjs';
import { componentRef } from '../organisation.mjs';
import { SOURCE } from '../seed.mjs';

const COUNT = 200;
const WARM_UP = 20;
const IDLE_SECONDS = 10;
/** So that one is over before the next, as on a day with few incidents. */
const PAUSE_MS = 50;
let sequence = 0;

/** W3: an incident arrives; milliseconds from sending it until its entity's new result can be read. */
export async function oneIncident(context) {
  const { components, counters, defer, limit, suite, watcher } = context;
  const post = createClient({ connections: 1, defer });
  const url = `${suite.url}/api/autonomy/v1/webhooks/${SOURCE}`;

  async function send() {
    sequence += 1;
    const component = (sequence * 7919) % components;
    const ref = componentRef(component);
    const before = await versionOf(watcher, ref);
    const request = signed(eventOf(sequence, component));
    const begun = performance.now();
    const { status } = await post(url, request);
    const acknowledged = performance.now() - begun;
    if (status !== 202) throw new Error(`the incident was answered ${status}`);
    while ((await versionOf(watcher, ref)) === before) await sleep(1);
    const visible = performance.now() - begun;
    await sleep(PAUSE_MS);
    return { acknowledged, visible };
  }

  for (let n = 0; n < WARM_UP; n++) await send();
  const idle = await counters.count(() => sleep(IDLE_SECONDS * 1_000));
  const begun = performance.now();
  const counted = await counters.count(async () => {
    const waits = [];
    for (let n = 0; n < COUNT; n++) waits.push(await send());
    return waits;
  });
  const seconds = (performance.now() - begun) / 1_000;
  const quiet = (idle.statements / IDLE_SECONDS) * seconds;
  const limitMs = percentiles(await limit.writeTwice(COUNT));
  const visible = percentiles(counted.result.map(each => each.visible));
  const statementsEach = (counted.statements - quiet) / COUNT;
  return {
    figures: {
      acknowledgedMs: percentiles(
        counted.result.map(each => each.acknowledged),
      ),
      visibleMs: visible,
      limitMs,
      statementsEach,
      idleStatementsPerSecond: idle.statements / IDLE_SECONDS,
      walBytesEach: counted.walBytes / COUNT,
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
      ['W3', 'statements for each', statementsEach, '', 8],
    ],
  };
}

async function versionOf(watcher, ref) {
  const { rows } = await watcher.query(
    'select version from evaluations where entity_ref = $1',
    [ref],
  );
  return rows[0].version;
}

function eventOf(n, component) {
  const now = Date.now();
  return pagerDutyEvent({
    id: `W3-${now}-${n}`,
    state: 'triggered',
    incident: `W3-${now}-${n}`,
    occurredAt: now,
    createdAt: now,
    service: `component-${component}`,
    priority: 'P3',
    title: 'One more',
  });
}
