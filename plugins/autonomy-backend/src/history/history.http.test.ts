import { TestDatabases } from '@backstage/backend-test-utils';
import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
/** Long before the plugin of the test started, so that nothing of its own is in between. */
const START = Date.parse('2020-01-01T00:00:00Z');
const at = (day: number) => START + day * DAY;
const iso = (day: number) => new Date(at(day)).toISOString();
const period = (from: number, to: number) => `from=${iso(from)}&to=${iso(to)}`;

const ref = (name: string) => `component:default/${name}`;
const ALLOW = { result: 'ALLOW' };
const DENY = { result: 'DENY' };
const conditional = (rule: string, params: object) => ({
  result: 'CONDITIONAL',
  pluginId: 'x',
  resourceType: 'x',
  conditions: { resourceType: 'x', rule, params },
});
const OWN_TEAM = conditional('IS_ENTITY_OWNER', {
  claims: ['group:default/team-a'],
});
const ONLY_CATALOG_KNOWS = conditional('CUSTOM', {});

const point = (name: string, day: number, more: object = {}) => ({
  entity_ref: ref(name),
  at: at(day),
  policy_version: '1',
  level: 2,
  guardrail_status: 'ok',
  readiness: 40.5,
  readiness_band: 'focus',
  accountability: 0.5,
  trust: '{"deployment":0.75}',
  rights: '{"deployment":4}',
  state: '{"secret":"state"}',
  ...more,
});

function event(name: string, day: number, more: Partial<EvaluationEvent> = {}) {
  const told = {
    kind: 'level-promoted',
    from: 1,
    to: 2,
    at: at(day),
    cause: 'time',
    reasons: [{ kind: 'level', ref: '2' }],
    ...more,
  };
  return {
    id: `${name}-${day}-${told.kind}`,
    entity_ref: ref(name),
    at: at(day),
    recorded_at: at(day) + 5,
    policy_version: '1',
    kind: told.kind,
    cause: told.cause,
    event: JSON.stringify(told),
  };
}

describe.each(databases.eachSupportedId())('history on %s', databaseId => {
  let app: AutonomyUnderTest;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({ knex });
  });
  afterAll(() => app.stop());

  function seenAs(own: object, catalog: object = ALLOW) {
    app.permissions.authorizeConditional.mockResolvedValueOnce([
      own,
      catalog,
    ] as any);
  }

  describe('of an entity', () => {
    const read = (query: string, name = 'checkout') =>
      app.get(`/entities/component/default/${name}/history?${query}`);
    const days = (list: { at: number }[]) =>
      list.map(each => (each.at - START) / DAY);

    beforeAll(async () => {
      await knex('evaluation_points').insert([
        point('checkout', 0, { level: 1 }),
        point('checkout', 2),
        point('checkout', 4, { readiness: null, readiness_band: null }),
        point('checkout', 6),
        point('ledger', 3),
      ]);
      await knex('evaluation_events').insert([
        ...[2, 4, 6].map(day => event('checkout', day)),
        event('checkout', 4, { kind: 'level-at-risk' }),
        event('ledger', 3),
      ]);
    });

    it('is what was said in a period, from what held before it on', async () => {
      const { body, status } = await read(period(1, 4));
      expect(status).toBe(200);
      expect(body).toMatchObject({ from: at(1), to: at(4), pageInfo: {} });
      expect(body.start).toEqual({
        at: at(0),
        policyVersion: '1',
        level: 1,
        guardrailStatus: 'ok',
        readiness: 40.5,
        readinessBand: 'focus',
        accountability: 0.5,
        trust: { deployment: 0.75 },
        rights: { deployment: 4 },
      });
      expect(days(body.points)).toEqual([2, 4]);
      expect(body.points[1]).not.toHaveProperty('readiness');
      expect(JSON.stringify(body)).not.toContain('secret');
      expect(body.events.map(({ id }: any) => id)).toEqual([
        'checkout-4-level-promoted',
        'checkout-4-level-at-risk',
        'checkout-2-level-promoted',
      ]);
      expect(body.events[2]).toEqual({
        id: 'checkout-2-level-promoted',
        recordedAt: at(2) + 5,
        policyVersion: '1',
        event: {
          kind: 'level-promoted',
          from: 1,
          to: 2,
          at: at(2),
          cause: 'time',
          reasons: [{ kind: 'level', ref: '2' }],
        },
      });
    });

    it('begins with nothing where nothing was said', async () => {
      const { body } = await read(period(-2, -1));
      expect(body).toEqual({
        from: at(-2),
        to: at(-1),
        points: [],
        events: [],
        pageInfo: {},
      });
      expect((await read(period(0, 0))).body).not.toHaveProperty('start');
    });

    it('comes in pages of events, and once with its points', async () => {
      const first = await read(`${period(0, 9)}&limit=3`);
      expect(days(first.body.points)).toEqual([0, 2, 4, 6]);
      const { nextCursor } = first.body.pageInfo;
      const second = await read(`${period(0, 9)}&cursor=${nextCursor}`);
      expect(second.body).toMatchObject({ points: [], pageInfo: {} });
      expect(second.body).not.toHaveProperty('start');
      const found = [...first.body.events, ...second.body.events];
      expect(found.map(({ id }) => id)).toEqual([
        'checkout-6-level-promoted',
        'checkout-4-level-promoted',
        'checkout-4-level-at-risk',
        'checkout-2-level-promoted',
      ]);
    });

    it('tells the last of very many points, and from when on', async () => {
      const many = Array.from({ length: 1_002 }, (_, n) =>
        point('search', n / 1_000),
      );
      for (let n = 0; n < many.length; n += 167) {
        await knex('evaluation_points').insert(many.slice(n, n + 167));
      }
      const { body } = await read(period(0, 9), 'search');
      expect(body.points).toHaveLength(1_000);
      expect(body.points[0].at).toBe(many[2].at);
      expect(body.from).toBe(many[2].at);
      expect(body.start.at).toBe(many[1].at);
      expect(body.points[999].at).toBe(many[1_001].at);
    });

    it('is the last year unless told', async () => {
      const { body } = await read('');
      expect(body.to - body.from).toBe(365 * DAY);
      expect(Math.abs(Date.now() - body.to)).toBeLessThan(DAY);
    });

    it('is there for those who may read the entity', async () => {
      expect((await read('', 'nobody')).status).toBe(404);
      for (const decisions of [
        [DENY, ALLOW],
        [ALLOW, DENY],
      ]) {
        app.permissions.authorize.mockResolvedValueOnce(decisions as any);
        const answer = await read('');
        expect(answer.status).toBe(404);
        expect(answer.body.error.message).toBe(
          'No evaluation of component:default/checkout',
        );
      }
    });
  });

  describe('of all entities', () => {
    const read = async (query: string, ...decisions: object[]) => {
      if (decisions.length > 0) {
        seenAs(decisions[0], decisions[1]);
      }
      const { body, status } = await app.get(`/activity?${query}`);
      expect(status).toBe(200);
      return body;
    };
    const ids = ({ items }: any) => items.map(({ id }: any) => id);

    beforeAll(async () => {
      await knex('evaluation_events').delete();
      await knex('evaluation_events').insert([
        event('checkout', 1),
        event('articles', 2, { cause: 'policy' }),
        event('ledger', 3, { kind: 'plan-ended' }),
        event('search', 3),
        event('gone', 4),
      ]);
    });

    const EVERYTHING = [
      'search-3-level-promoted',
      'ledger-3-plan-ended',
      'articles-2-level-promoted',
      'checkout-1-level-promoted',
    ];

    it('is the newest first, of entities in scope', async () => {
      const body = await read('');
      expect(ids(body)).toEqual(EVERYTHING);
      expect(body.items[3]).toMatchObject({
        recordedAt: at(1) + 5,
        event: { kind: 'level-promoted', cause: 'time' },
        entity: {
          entityRef: ref('checkout'),
          kind: 'Component',
          namespace: 'default',
          name: 'checkout',
          title: 'Checkout',
          ownerRef: 'group:default/team-a',
          domainRef: 'domain:default/payments',
        },
      });
    });

    it('is filtered, and comes in pages', async () => {
      expect(ids(await read('kind=plan-ended&kind=level-demoted'))).toEqual([
        'ledger-3-plan-ended',
      ]);
      expect(ids(await read('cause=policy'))).toEqual([
        'articles-2-level-promoted',
      ]);
      expect(ids(await read('domain=payments'))).toEqual([
        'ledger-3-plan-ended',
        'checkout-1-level-promoted',
      ]);
      expect(ids(await read('owner=team-b&kind=level-promoted'))).toEqual([
        'search-3-level-promoted',
        'articles-2-level-promoted',
      ]);
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await read(`limit=1${cursor}`);
        found.push(...ids(page));
        cursor =
          page.pageInfo.nextCursor && `&cursor=${page.pageInfo.nextCursor}`;
      } while (cursor);
      expect(found).toEqual(EVERYTHING);
    });

    it('is about what the reader may see', async () => {
      expect(ids(await read('', DENY))).toEqual([]);
      expect(ids(await read('', ALLOW, DENY))).toEqual([]);
      expect(ids(await read('', OWN_TEAM))).toEqual([
        'ledger-3-plan-ended',
        'checkout-1-level-promoted',
      ]);
      const asked = jest
        .spyOn(app.catalog.service, 'getEntitiesByRefs')
        .mockImplementationOnce(async ({ entityRefs }) => ({
          items: entityRefs.map(each =>
            each.endsWith('/ledger') ? undefined : ({} as any),
          ),
        }));
      expect(ids(await read('', ALLOW, ONLY_CATALOG_KNOWS))).toEqual(
        EVERYTHING.filter(id => !id.startsWith('ledger')),
      );
      expect(asked.mock.lastCall?.[1]).toMatchObject({
        credentials: { principal: { type: 'user' } },
      });
    });
  });

  describe('day by day', () => {
    const read = (query: string) => app.get(`/trends?${query}`);

    beforeAll(async () => {
      const zeros = Object.fromEntries(
        Object.keys(await knex('daily_roll_ups').columnInfo()).map(name => [
          name,
          0,
        ]),
      );
      const row = (day: number, kind: string, of: string, more: object) => ({
        ...zeros,
        day: iso(day).slice(0, 10),
        kind,
        ref: of,
        ...more,
      });
      await knex('daily_roll_ups').insert([
        row(0, 'organisation', '', { entities: 3 }),
        row(1, 'organisation', '', {
          entities: 4,
          level_1: 1,
          level_4: 3,
          guardrails_at_risk: 2,
          guardrail_pairs: 8,
          guardrail_pairs_exempt: 2,
          readiness_sum: 150,
          readiness_count: 3,
          accountability_sum: 3,
          surplus: 1,
          deficit: 2,
          stale: 3,
        }),
        row(3, 'organisation', '', { entities: 5 }),
        row(1, 'owner', 'group:default/team-a', { entities: 2 }),
        row(1, 'owner', '', { entities: 1 }),
        row(1, 'domain', 'domain:default/payments', { entities: 2 }),
      ]);
    });

    it('is what was counted, and nothing on a day on which nothing was', async () => {
      const { body, status } = await read(
        `kind=organisation&${period(0.5, 3)}`,
      );
      expect(status).toBe(200);
      expect(body.kind).toBe('organisation');
      expect(
        body.days.map(({ day, entities }: any) => [day, entities]),
      ).toEqual([
        ['2020-01-01', 3],
        ['2020-01-02', 4],
        ['2020-01-04', 5],
      ]);
      expect(body.days[1]).toEqual({
        day: '2020-01-02',
        entities: 4,
        levels: { 1: 1, 2: 0, 3: 0, 4: 3 },
        guardrails: {
          none: 0,
          ok: 0,
          exempt: 0,
          'at-risk': 2,
          breached: 0,
          unknown: 0,
        },
        readiness: 50,
        accountability: 0.75,
        surplus: 1,
        deficit: 2,
        stale: 3,
        guardrailPairs: 8,
        exemptPairs: 2,
        exemptionDebt: 0.25,
      });
    });

    it.each([
      ['kind=owner&ref=team-a', 'group:default/team-a', [2]],
      ['kind=owner', undefined, [1]],
      [
        'kind=domain&ref=Domain:Default/Payments',
        'domain:default/payments',
        [2],
      ],
      ['kind=system&ref=system:default/no', 'system:default/no', []],
    ])('is that of one group: %s', async (query, of, entities) => {
      const { body } = await read(`${query}&${period(0, 9)}`);
      expect(body.ref).toBe(of);
      expect(body.days.map((day: any) => day.entities)).toEqual(entities);
    });

    it.each([
      [OWN_TEAM, ALLOW],
      [ALLOW, OWN_TEAM],
      [ALLOW, ONLY_CATALOG_KNOWS],
      [DENY, ALLOW],
    ])('is for those only who may read everything', async (own, catalog) => {
      seenAs(own, catalog);
      const { body, status } = await read('kind=organisation');
      expect(status).toBe(403);
      expect(body.error.name).toBe('NotAllowedError');
    });
  });
});
