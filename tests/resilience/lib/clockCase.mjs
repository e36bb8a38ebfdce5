import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBackend } from './backend.mjs';
import {
  GUARDED_CHECK,
  SUSTAINED_SECONDS,
  writeClockPolicy,
} from './clockPolicy.mjs';
import { createDatabaseWithClock } from './databaseClock.mjs';
import { until } from './intake.mjs';
import {
  MAPPING,
  pagerDutyEvent,
  SECRET,
  signed,
  SOURCE,
} from './pagerDuty.mjs';
import { createClient } from './sender.mjs';
import { installWatch, readWatch } from './watch.mjs';
import { standardBody } from './webhooks/bodies.mjs';
import { standardSignature } from './webhooks/schemes.mjs';

const EXEMPT_SECONDS = 25;
/** Facts are known for twice their ttl. */
const BRIEF_TTL_SECONDS = 15;
const BRIEF_SECONDS = 2 * BRIEF_TTL_SECONDS;
/** After the last of these, and until the result is there. */
const SLACK_SECONDS = 5;
const LATE_MS = 3_000;
const SETTLED_WITHIN_SECONDS = 60;
const SHOWS_WITHIN_SECONDS = 5;
/** Beyond it a signature is refused. */
const TOLERATED_MS = 300_000;
const STANDARD_SECRET = `whsec_${randomBytes(32).toString('base64')}`;

/**
 * Backends with wrong clocks over a database with a clock that can be set.
 *
 * @param options.processes - by how many milliseconds the clock of each is wrong
 * @param options.starts - what the clock of the database shows at first, ISO 8601; `aheadMs`: or by how much it is
 * ahead; `zone`: of processes and database
 */
export async function createClockCase(options) {
  const { aheadMs = 0, checks, components, defer, folder, name } = options;
  const { postgres, processes, starts, zone = 'UTC' } = options;
  const { expect } = checks;
  const prefix = `${name}_`;
  const database = `${prefix}autonomy`;
  const clock = await createDatabaseWithClock({
    name: database,
    postgres,
    zone,
  });
  const shift = starts ? Date.parse(starts) - Date.now() : aheadMs;
  const backends = [];
  const post = createClient({ connections: 4, defer });
  for (const [n, skew] of processes.entries()) {
    const backend = await createBackend({
      ...options,
      autonomy: configOf(folder),
      databasePort: postgres.port,
      databasePrefix: prefix,
      environment: { TEST_DATE_SHIFT_MS: String(skew), TZ: zone },
      name: `${name}-${n + 1}`,
      nodeOptions: [
        '--require',
        path.join(import.meta.dirname, 'shiftDate.cjs'),
      ],
    });
    backends.push(backend);
  }
  await clock.shift(shift);
  for (const backend of backends) await backend.start();
  await until(
    SETTLED_WITHIN_SECONDS,
    `${name}: not all is evaluated`,
    async () => {
      const [row] = await clock.ask(
        'select count(*)::int as count from evaluations where started_at is not null',
      );
      return row.count === components;
    },
  );
  await installWatch(postgres, database);
  let sent = 0;
  const webhook = source =>
    `${
      backends[sent++ % backends.length].url
    }/api/autonomy/v1/webhooks/${source}`;

  return {
    clock,
    stop: () => Promise.all(backends.map(backend => backend.kill())),

    /**
     * A level is reached, an exemption ends and facts go stale, each at its instant and once.
     *
     * @returns how late the latest was noted, in milliseconds
     */
    async passTime() {
      const reportedAt = await report();
      const exemptUntil = (await clock.now()) + EXEMPT_SECONDS * 1_000;
      await exempt(clock, exemptUntil);
      await sleep((BRIEF_SECONDS + SLACK_SECONDS) * 1_000);
      const rows = await clock.ask(
        'select entity_ref, kind, at::float8, recorded_at::float8, event from evaluation_events',
      );
      const events = rows.map(row => ({ ...row, ...JSON.parse(row.event) }));
      const of = (kind, matches = () => true) =>
        events.filter(event => event.kind === kind && matches(event));
      const found = {
        promotion: of('level-promoted'),
        exemption: of('guardrail-changed', ({ from }) => from === 'exempt'),
        stale: of(
          'readiness-changed',
          ({ at }) => at >= reportedAt + BRIEF_SECONDS * 1_000,
        ),
      };
      const due = {
        promotion: reportedAt + SUSTAINED_SECONDS * 1_000,
        exemption: exemptUntil,
        stale: reportedAt + BRIEF_SECONDS * 1_000,
      };
      let latest = 0;
      for (const [what, happened] of Object.entries(found)) {
        expect(
          happened.length === components,
          `${name}: ${what} happened ${happened.length} times, expected ${components}`,
        );
        const wrong = happened.find(({ at }) => at !== due[what]);
        expect(
          !wrong,
          `${name}: ${what} at ${wrong?.at}, expected ${due[what]}`,
        );
        const late = Math.max(
          0,
          ...happened.map(({ at, recorded_at: noted }) => noted - at),
        );
        expect(late <= LATE_MS, `${name}: ${what} was noted ${late} ms late`);
        latest = Math.max(latest, late);
      }
      return latest;
    },

    /** What is signed now by the clock of the database gets in, what is not does not. */
    async checkSignatures() {
      const now = await clock.now();
      const signedAt = async (at, expected, what) => {
        const { status } = await post(
          webhook('standard'),
          standardRequest(at, now),
        );
        expect(
          status === expected,
          `${name}: signed ${what} was answered ${status}, expected ${expected}`,
        );
      };
      for (let n = 0; n < backends.length; n++) {
        await signedAt(now, 202, 'by the clock of the database');
        await signedAt(now - TOLERATED_MS - 5_000, 401, 'too long ago');
      }
      for (const skew of processes) {
        if (Math.abs(shift - skew) > TOLERATED_MS + 5_000) {
          await signedAt(Date.now() + skew, 401, 'by the clock of a process');
        }
      }
    },

    /**
     * Two events about one incident have the same instant, and come in one order or the other.
     *
     * @returns what became of the incident
     */
    async tie({ at, isSwapped = false }) {
      const events = ['triggered', 'resolved'].map(state =>
        eventOf({ id: state, at, incident: 'tied', state }),
      );
      for (const body of isSwapped ? events.reverse() : events) {
        await post(webhook(SOURCE), signed(body));
      }
      await untilWorkedOff(clock);
      const [row] = await clock.ask(
        `select title, resolved_at, occurred_at, severity from incidents where incident_id = 'tied'`,
      );
      return row;
    },

    /** @returns milliseconds until a new incident shows */
    async incidentShows() {
      const now = await clock.now();
      const [{ version: before }] = await clock.ask(VERSION);
      const begun = performance.now();
      const id = randomUUID();
      const { status } = await post(
        webhook(SOURCE),
        signed(eventOf({ id, at: now, incident: id, state: 'triggered' })),
      );
      expect(status === 202, `${name}: an incident was answered ${status}`);
      const isShown = async () => {
        const [{ version }] = await clock.ask(VERSION);
        return version > before;
      };
      await until(SHOWS_WITHIN_SECONDS, '', isShown).catch(() => {});
      const took = Math.round(performance.now() - begun);
      expect(
        await isShown(),
        `${name}: an incident does not show after ${took} ms`,
      );
      return took;
    },

    /** Levels moved once, results were never replaced by older ones, and nothing waits. */
    async expectCalm() {
      const [{ moves }] = await clock.ask(
        `select coalesce(max(n), 0)::int as moves from (
          select count(*) as n from evaluation_events where kind like 'level-%ed' group by entity_ref) m`,
      );
      expect(moves <= 1, `${name}: a level moved ${moves} times`);
      const { staleOverwrites, wentBack } = await readWatch(postgres, database);
      expect(!staleOverwrites, `${name}: ${staleOverwrites} stale overwrites`);
      expect(
        !wentBack,
        `${name}: ${wentBack} results are from before their predecessors`,
      );
      const [{ waiting }] = await clock.ask(
        'select count(*)::int as waiting from evaluation_queue where version > evaluated_version',
      );
      expect(!waiting, `${name}: ${waiting} entities wait`);
    },
  };

  /** @returns since when these facts are so, by the clock of the database */
  async function report() {
    const now = await clock.now();
    const items = Array.from({ length: components }, (_, n) =>
      [
        ['lasting', 'P2D'],
        ['brief', `PT${BRIEF_TTL_SECONDS}S`],
      ].map(([collector, ttl]) => ({
        entityRef: `component:default/component-${n}`,
        collector,
        facts: { holds: true },
        collectedAt: new Date(now).toISOString(),
        ttl,
      })),
    ).flat();
    const { status } = await backends[0].send('/api/autonomy/v1/facts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    expect(status === 200, `${name}: facts were answered ${status}`);
    return now;
  }
}

const VERSION = `select version::float8 from evaluations where entity_ref = 'component:default/component-0'`;

const configOf = folder => ({
  policy: { files: [writeClockPolicy(folder)] },
  incidents: {
    sources: {
      [SOURCE]: { type: 'pagerduty', secrets: [SECRET] },
      standard: { type: 'standard-webhooks', secrets: [STANDARD_SECRET] },
    },
    mapping: [...MAPPING, { entity: 'entity', severity: 'severity' }],
  },
});

const eventOf = ({ at, id, incident, state }) =>
  pagerDutyEvent({
    id,
    state,
    incident,
    occurredAt: at,
    createdAt: at - 1_000,
    service: 'component-0',
    priority: 'P4',
    title: `It is ${state}`,
  });

function standardRequest(signedAt, now) {
  const id = randomUUID();
  const body = Buffer.from(standardBody({ id, now }));
  const timestamp = Math.floor(signedAt / 1_000);
  return {
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': standardSignature({
        body,
        id,
        secret: STANDARD_SECRET,
        timestamp,
      }),
    },
  };
}

/** There is no request for it yet; the store would write the same row. */
async function exempt(clock, until) {
  const now = await clock.now();
  await clock.ask(
    `with exempted as (
       insert into exemptions (id, entity_ref, check_id, reason, from_at, expires_at, recorded_at)
       select entity_ref, entity_ref, $1, 'For a moment', $2::bigint, $3::bigint, $2 from evaluation_queue)
     update evaluation_queue set version = version + 1, due_at = $2, asked_at = $2`,
    [GUARDED_CHECK, now, until],
  );
}

const untilWorkedOff = clock =>
  until(30, 'the inbox is not drained', async () => {
    const [{ count }] = await clock.ask(
      'select count(*)::int as count from incident_inbox where due_at is not null',
    );
    return count === 0;
  });
