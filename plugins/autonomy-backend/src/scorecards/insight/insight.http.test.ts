import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { range } from 'lodash';
import { startAutonomy, type AutonomyUnderTest } from '../../__testUtils__';
import { dayOf, daysBefore } from '../../history';
import { loadPolicy } from '..';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const ALLOW = { result: 'ALLOW' };
const DENY = { result: 'DENY' };
const OWN_TEAM = {
  result: 'CONDITIONAL',
  pluginId: 'autonomy',
  resourceType: 'autonomy-entity',
  conditions: {
    resourceType: 'autonomy-entity',
    rule: 'IS_ENTITY_OWNER',
    params: { claims: ['group:default/team-a'] },
  },
};
const ONLY_CATALOG_KNOWS = {
  result: 'CONDITIONAL',
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { resourceType: 'x', rule: 'CUSTOM', params: {} },
};
const CHECK = 'rollback-tested';
const NOTHING = { inForce: 0, requested: 0 };

/** The results of all checks of an evaluation, by id. */
function resultsOf(evaluation: any): [string, string][] {
  const { accountability, guardrails, level, readiness } = evaluation;
  const checks = [
    ...readiness.checks,
    ...guardrails.guardrails.map(({ check }: any) => check),
    ...(guardrails.announced ?? []),
    ...level.ladder
      .flatMap(({ requirements }: any) => requirements)
      .flatMap(({ check }: any) => check ?? []),
    ...accountability.items.map(({ check }: any) => check),
  ];
  return checks.map(({ id, state }) => [id, state]);
}

describe.each(databases.eachSupportedId())('GET /checks on %s', databaseId => {
  let app: AutonomyUnderTest;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({ knex });
    await app.post('/facts', {
      items: ['checkout', 'ledger'].map((name, place) => ({
        entityRef: `component:default/${name}`,
        collector: 'observability',
        facts: { tracing: place === 0, metrics: true },
        collectedAt: new Date().toISOString(),
      })),
    });
    await app.eventually(
      async () => (await app.get('/checks')).body.items,
      items =>
        items.find(({ id }: any) => id === 'tracing').pass === 1 &&
        items.find(({ id }: any) => id === 'service-metrics').pass === 2,
    );
  });
  afterAll(() => app.stop());

  const read = async (query = '') => (await app.get(`/checks${query}`)).body;

  /** What the next request finds when it asks for both permissions. */
  function seenAs(own: object, catalog: object = ALLOW) {
    app.permissions.authorizeConditional.mockResolvedValueOnce([
      own,
      catalog,
    ] as any);
  }

  async function bodies(query = '') {
    const { body } = await app.get(`/entities${query}`);
    const answers = [];
    for (const { name } of body.items) {
      const answer = await app.get(`/entities/component/default/${name}`);
      answers.push(answer.body);
    }
    return answers;
  }

  it.each(['', '?owner=group:default/team-a', '?domain=payments'])(
    'counts what the evaluations say (%s)',
    async query => {
      const { entities, isWithheld, items } = await read(query);
      const evaluations = await bodies(query);
      expect(isWithheld).toBe(false);
      expect(evaluations).not.toEqual([]);
      expect(entities).toBe(evaluations.length);
      const results = evaluations.flatMap(resultsOf);
      expect(results.length).toBeGreaterThan(40);
      for (const item of items) {
        const count = (wanted: string) =>
          results.filter(([id, state]) => id === item.id && state === wanted)
            .length;
        const { announced, exempt, fail, id, pass, unknown } = item;
        expect({ id, announced, exempt, fail, pass, unknown }).toEqual({
          id,
          announced: count('announced'),
          exempt: count('exempt'),
          fail: count('fail'),
          pass: count('pass'),
          unknown: count('unknown'),
        });
        const applies = exempt + fail + pass + unknown;
        expect(item.applies).toBe(applies);
        expect(item.coverage).toBe(applies / entities);
        expect(item.passRate).toBe(applies > 0 ? pass / applies : undefined);
        expect(item.unknownShare).toBe(
          applies > 0 ? unknown / applies : undefined,
        );
      }
    },
  );

  it('names every check of the policy, in its order', async () => {
    const { scorecards } = await loadPolicy([]);
    const { items } = await read();
    expect(items.map(({ id, scorecard }: any) => `${scorecard} ${id}`)).toEqual(
      scorecards.flatMap(({ checks, name }) =>
        checks.map(({ id }) => `${name} ${id}`),
      ),
    );
    const levels = await read('?role=levels');
    expect(
      new Set(levels.items.map(({ scorecard }: any) => scorecard)),
    ).toEqual(new Set(['levels']));
    const guardrails = await read('?scorecard=guardrails');
    expect(guardrails.items).toHaveLength(12);
    expect((await read('?scorecard=no')).items).toEqual([]);
  });

  it('tells of exemptions that are in force, and of those that are asked for', async () => {
    const now = Date.now();
    const exemption = (id: string, rest: object) => ({
      id,
      entity_ref: 'component:default/checkout',
      check_id: CHECK,
      reason: 'x',
      from_at: now - 10,
      expires_at: now + 1_000_000,
      recorded_at: now - 10,
      ...rest,
    });
    await knex('exemptions').insert([
      exemption('holds', {}),
      exemption('over', { expires_at: now - 5 }),
      exemption('revoked', { revoked_at: now - 5 }),
      exemption('other', { check_id: 'tracing' }),
      exemption('elsewhere', { entity_ref: 'component:default/articles' }),
    ]);
    await knex('exemption_requests').insert({
      id: 'waits',
      entity_ref: 'component:default/ledger',
      check_id: CHECK,
      reason: 'x',
      requested_by: 'user:default/a',
      requested_at: now,
      expires_at: now + 1_000_000,
    });
    const of = async (query: string) => {
      const { items } = await read(`?role=guardrails${query}`);
      return items.find(({ id }: any) => id === CHECK).exemptions;
    };
    expect(await of('')).toEqual({ inForce: 2, requested: 1 });
    expect(await of('&domain=payments')).toEqual({ inForce: 1, requested: 1 });
    expect(await of('&domain=nowhere')).toEqual(NOTHING);
  });

  describe('day by day', () => {
    const today = Date.now();
    const days = (count: number, rest: (day: number) => object = () => ({})) =>
      range(count).map(ago => ({
        day: dayOf(daysBefore(today, ago)),
        domain_ref: '',
        role: 'guardrails',
        check_id: CHECK,
        applies: 4,
        pass: 3,
        fail: 0,
        unknown: 1,
        exempt: 0,
        ...rest(ago),
      }));
    const item = async (query = '') => {
      const { items } = await read(`?role=guardrails${query}`);
      return items.find(({ id }: any) => id === CHECK);
    };
    // The job may have counted this day already.
    beforeEach(() => knex('check_days').delete());

    it('shows the last 90 days, and that nobody fails', async () => {
      await knex('check_days').insert(days(95));
      const { nobodyFails, trend } = await item();
      expect(trend).toHaveLength(90);
      expect(trend[0]).toEqual({
        day: dayOf(daysBefore(today, 89)),
        passRate: 0.75,
      });
      expect(trend[89].day).toBe(dayOf(today));
      expect(nobodyFails).toBe(true);
    });

    it.each([
      ['too few days', days(29)],
      ['one failure', days(40, ago => (ago === 20 ? { fail: 1 } : {}))],
      ['one exemption', days(40, ago => (ago === 20 ? { exempt: 1 } : {}))],
      ['days that are over', days(130).slice(70)],
    ])('does not say so after %s', async (_, rows) => {
      await knex('check_days').insert(rows);
      expect((await item()).nobodyFails).toBe(false);
    });

    it('shows domains together, and of owners nothing', async () => {
      const pay = { domain_ref: 'domain:default/payments' };
      await knex('check_days').insert([
        ...days(2),
        ...days(1, () => ({ ...pay, applies: 1, pass: 1, unknown: 0 })),
      ]);
      const { trend } = await item('&domain=payments');
      expect(trend).toEqual([{ day: dayOf(today), passRate: 1 }]);
      expect((await item('&owner=team-a')).trend).toEqual([]);
    });

    it('is for those who may read every entity', async () => {
      await knex('check_days').insert(days(40));
      seenAs(OWN_TEAM);
      const { entities, items } = await read();
      const [all] = [await read()];
      expect(entities).toBeGreaterThan(0);
      expect(entities).toBeLessThan(all.entities);
      for (const { nobodyFails, trend } of items) {
        expect({ nobodyFails, trend }).toEqual({
          nobodyFails: false,
          trend: [],
        });
      }
    });
  });

  it('counts nothing for whoever may read nothing, or where only the catalog knows', async () => {
    seenAs(DENY);
    const nothing = await read();
    expect(nothing.entities).toBe(0);
    for (const { applies, coverage, exemptions } of nothing.items) {
      expect([applies, coverage, exemptions]).toEqual([0, undefined, NOTHING]);
    }
    seenAs(ALLOW, ONLY_CATALOG_KNOWS);
    expect(await read()).toEqual({ isWithheld: true, entities: 0, items: [] });
  });

  it('is for those who may see the policy', async () => {
    app.permissions.authorize.mockResolvedValueOnce([{ result: 'DENY' }]);
    const { body, status } = await app.get('/checks');
    expect(status).toBe(403);
    expect(body.error.message).toContain('autonomy.policy.read');
    const anonymous = await app.get('/checks', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect((await app.get('/checks?domain=domain:')).status).toBe(400);
  });
});
