import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE } from '../backend.mjs';
import { until, waitUntilDrained } from '../intake.mjs';
import { pagerDutyEvent } from '../pagerDuty.mjs';
import { alertmanagerBody, standardBody } from './bodies.mjs';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const DRAIN_SECONDS = 60;
/** What follows from when something was said, where the sender does not tell: to say it again is to say it now. */
const OF_THE_MOMENT = ['occurred_at', 'updated_at', 'states', 'reopened_at'];

/** That something began and that it ended, as the two requests of a source. */
function beginAndEnd(scheme) {
  const now = Date.now();
  const [began, ended] = [now - 2 * HOUR, now - HOUR];
  const event = (state, at) =>
    pagerDutyEvent({
      id: `replay-${state}`,
      state,
      incident: 'REPLAY',
      occurredAt: at,
      createdAt: began,
      service: 'component-0',
      priority: 'P2',
      title: state,
    });
  const alert = {
    fingerprint: 'feedfacefeedface',
    startsAt: new Date(began).toISOString(),
  };
  const bodies = {
    pagerduty: [event('triggered', began), event('resolved', ended)],
    generic: [
      standardBody({ id: 'replay', ago: 2 * HOUR }),
      standardBody({ id: 'replay', ago: HOUR, type: 'incident.resolved' }),
    ],
    alertmanager: [
      alertmanagerBody(alert),
      alertmanagerBody({ ...alert, endsAt: new Date(ended).toISOString() }),
    ],
  };
  return bodies[scheme.id].map(text => scheme.request(Buffer.from(text)));
}

/**
 * Sends what was sent before: after a second, as if an hour had gone by, and as if 40 days had, by when the
 * inbox remembers it no more. The record of the incident must stay as it is.
 */
export async function checkReplays({
  checks,
  exchange,
  postgres,
  scheme,
  url,
}) {
  const requests = beginAndEnd(scheme);
  const sendBoth = async () => {
    const statuses = [];
    for (const request of requests) {
      statuses.push((await exchange(url, request)).status);
    }
    await waitUntilDrained(postgres, DRAIN_SECONDS);
    return statuses.join();
  };
  const expectSent = async (when, expected) => {
    const statuses = await sendBoth();
    checks.expect(
      statuses === expected,
      `${scheme.id} ${when}: answered ${statuses}, expected ${expected}`,
    );
  };
  await expectSent('at first', '202,202');
  const before = await readRecords(postgres, scheme);
  checks.expect(before !== '[]', `${scheme.id}: nothing was recorded`);
  const expectSame = async when =>
    checks.expect(
      (await readRecords(postgres, scheme)) === before,
      `${scheme.id} ${when}: the record of the incident changed`,
    );

  await sleep(1_000);
  await expectSent('after a second', '202,202');
  await expectSame('after a second');
  await age(postgres, scheme, HOUR);
  await expectSent('after an hour', '202,202');
  await expectSame('after an hour');
  await age(postgres, scheme, 40 * DAY);
  await until(60, 'the inbox is not purged', async () => {
    const [{ count }] = await postgres.query(
      DATABASE,
      `select count(*)::int as count from incident_inbox
        where source = $1 and done_at is not null and received_at < $2`,
      [scheme.id, Date.now() - 39 * DAY],
    );
    return count === 0;
  });
  await expectSent('after 40 days', '202,202');
  await expectSame('after 40 days');
}

/** Time goes by for the inbox. */
async function age(postgres, scheme, milliseconds) {
  await postgres.query(
    DATABASE,
    `update incident_inbox set received_at = received_at - $2::bigint, done_at = done_at - $2::bigint
      where source = $1`,
    [scheme.id, milliseconds],
  );
}

/** All that is recorded, as far as what is sent again may not change it. */
async function readRecords(postgres, { id, tellsWhen }) {
  const rows = await postgres.query(
    DATABASE,
    `select * from incidents where source = $1 and lower(incident_id) ~ '^(replay|feedface)' order by 1, 2`,
    [id],
  );
  const columns = Object.keys(rows[0] ?? {}).filter(
    column => tellsWhen || !OF_THE_MOMENT.includes(column),
  );
  return JSON.stringify(rows.map(row => columns.map(column => row[column])));
}
