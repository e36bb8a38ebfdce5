import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import { setTimeout as pause } from 'node:timers/promises';
import { createAnnouncements } from '../announcements';
import {
  EVALUATION_START as START,
  LEVEL_2_FACTS,
  setUpEvaluation,
} from '../__testUtils__/setUpEvaluation';

const databases = TestDatabases.create();
jest.setTimeout(180_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 31;
const CHECKOUT = 'component:default/checkout';
const ARTICLES = 'component:default/articles';
const ENTITIES = [CHECKOUT, ARTICLES];

const at = (day: number) => START + day * DAY;

async function setUp(knex: Knex) {
  const t = await setUpEvaluation(knex);
  const events = mockServices.events.mock();
  const notifications = { send: jest.fn(async () => {}) };
  const announcements = createAnnouncements({
    clock: t.clock,
    events,
    knex,
    logger: t.logger,
    metrics: metricsServiceMock.mock({
      createCounter: () => ({ add: () => {} }),
    }),
    notifications,
    policy: t.policy,
    signals: { publish: async () => {} },
  });
  announcements.start();
  const nextOf = async (table: string) => {
    const row = await knex(table).min('due_at as next').first();
    return Number(row?.next ?? Infinity);
  };
  const allTold = async () => {
    for (;;) {
      const next = Math.min(
        await nextOf('outbox'),
        await nextOf('notice_recipients'),
      );
      if (next === Infinity) return;
      // Some wait a moment for more of their kind, and nothing for longer than a minute.
      if (next < t.clock.time + 60_000) {
        t.clock.time = Math.max(t.clock.time, next);
      }
      await pause(5);
    }
  };
  return { ...t, allTold, announcements, events, notifications };
}

type Setup = Awaited<ReturnType<typeof setUp>>;

async function giveEvidence({ clock, stores }: Setup, knex: Knex) {
  await stores.facts.put(
    ENTITIES.flatMap(entityRef =>
      Object.entries(LEVEL_2_FACTS).map(([collector, values]) => ({
        entityRef,
        collector,
        values,
        collectedAt: START,
        ttl: 100 * DAY,
      })),
    ),
    clock.time,
  );
  // One of two leaves the window on the tenth day; the other is then the first of its kind.
  const incident = (id: string, day: number) => ({
    id,
    source: 'pager',
    entityRef: ARTICLES,
    title: 'Down',
    severity: 'critical' as const,
    areas: ['tooling'],
    startedAt: at(day),
    resolvedAt: at(day) + HOUR,
    review: { completedAt: at(day) + DAY, blameless: true, actions: [] },
  });
  await stores.incidents.put(
    [incident('1', -355), incident('2', -121)],
    clock.time,
  );
  await knex('exemptions').insert({
    id: 'e1',
    entity_ref: CHECKOUT,
    check_id: 'secrets-rotated',
    reason: 'The vault is being replaced',
    requested_by: 'user:default/ann',
    approved_by: 'user:default/ben',
    from_at: START,
    expires_at: at(20) + HOUR,
    recorded_at: START,
  });
}

/** Day by day, and within each day from one instant to the next at which something is due. */
async function live(t: Setup, knex: Knex) {
  for (let day = 0; day <= DAYS; day++) {
    t.clock.time = Math.max(t.clock.time, at(day));
    await t.runner.run();
    await t.stores.coverage.put(
      ENTITIES.map(entityRef => ({
        source: 'pager',
        entityRef,
        from: START,
        lastHeardAt: at(day),
      })),
      t.clock.time,
    );
    for (;;) {
      await t.work();
      await t.allTold();
      const row = await knex('evaluation_queue')
        .where('due_at', '<', at(day + 1))
        .min('due_at as next')
        .first();
      if (!row || row.next === null) break;
      t.clock.time = Math.max(t.clock.time, Number(row.next));
    }
  }
}

describe.each(databases.eachSupportedId())('time on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });
  afterAll(() => knex.destroy());

  it('changes everything at its moment, and each is told once', async () => {
    const t = await setUp(knex);
    await giveEvidence(t, knex);
    await live(t, knex);
    await t.announcements.stop();

    const rows = await knex('evaluation_events').orderBy('at');
    const told = rows.map(row => ({
      entityRef: row.entity_ref,
      ...JSON.parse(row.event),
    }));
    const of = (entityRef: string, expected: object) =>
      told.filter(
        event =>
          event.entityRef === entityRef &&
          Object.entries(expected).every(
            ([key, value]) => event[key] === value,
          ),
      );

    // A grace ends.
    expect(
      of(CHECKOUT, { kind: 'guardrail-changed', checkId: 'rollback-tested' }),
    ).toMatchObject([
      { at: at(7), from: 'at-risk', to: 'unknown', cause: 'time' },
    ]);
    // An exemption lapses, and the grace is long over by then.
    expect(
      of(CHECKOUT, { kind: 'guardrail-changed', checkId: 'secrets-rotated' }),
    ).toMatchObject([
      { at: at(20) + HOUR, from: 'exempt', to: 'unknown', cause: 'time' },
    ]);
    // A level was sustained.
    expect(of(CHECKOUT, { kind: 'level-promoted' })).toMatchObject([
      { at: at(30), from: 1, to: 2, cause: 'time' },
    ]);
    // An incident leaves the window.
    expect(
      of(ARTICLES, { kind: 'right-changed', area: 'tooling', at: at(10) }),
    ).toMatchObject([{ from: 2, to: 3, cause: 'time' }]);

    // It was noted when it happened, but for the milliseconds that telling took.
    for (const row of rows) {
      expect(Number(row.recorded_at) - Number(row.at)).toBeLessThan(HOUR);
    }
    // Each event went out once, and nothing else did.
    const published = jest
      .mocked(t.events.publish)
      .mock.calls.map(([{ eventPayload }]) => eventPayload as any);
    expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
    const plain = (event: object) => JSON.stringify(event);
    expect(
      published
        .map(({ entityRef, event }) => plain({ entityRef, ...event }))
        .sort(),
    ).toEqual(told.map(plain).sort());
    // Whoever owns it was told of each, in words.
    const notices = (t.notifications.send.mock.calls as any[]).map(
      ([{ payload, recipients }]) =>
        `${plain(recipients)} ${payload.title} ${payload.description}`,
    );
    const about = (text: RegExp) => notices.filter(notice => text.test(notice));
    expect(about(/team-a.*level 2/i)).toHaveLength(1);
    expect(about(/team-a.*secrets/i)).toHaveLength(1);
    expect(about(/team-b.*tooling/i).length).toBeGreaterThanOrEqual(1);
    expect(new Set(notices).size).toBe(notices.length);
  });
});
