import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../../__testUtils__';
import { dayOf, daysBefore } from '../../history';
import { loadPolicy } from '../../scorecards';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const ALL = ['articles', 'checkout', 'ledger', 'search'];
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

/** With a group above the teams, and a domain within another. */
function estate(): Entity[] {
  const department = entity('department', { kind: 'Group' });
  const cards = entity('cards', { kind: 'Domain', domain: 'payments' });
  const relation = (type: string, targetRef: string) => ({ type, targetRef });
  return [
    ...organisation().map(each =>
      each.kind === 'System' && each.metadata.name === 'publishing'
        ? entity('publishing', { kind: 'System', domain: 'cards' })
        : each,
    ),
    cards,
    {
      ...department,
      relations: [
        relation('parentOf', 'group:default/team-a'),
        relation('parentOf', 'group:default/team-b'),
      ],
    },
  ];
}

describe.each(databases.eachSupportedId())('results on %s', databaseId => {
  let app: AutonomyUnderTest;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({ entities: estate(), knex });
  });
  afterAll(() => app.stop());

  /** What the next request finds when it asks for both permissions. */
  function seenAs(own: object, catalog: object = ALLOW) {
    app.permissions.authorizeConditional.mockResolvedValueOnce([
      own,
      catalog,
    ] as any);
    return app;
  }

  /** The catalog shows everything but the ledger when it is asked next. */
  function hideLedger() {
    return jest
      .spyOn(app.catalog.service, 'getEntitiesByRefs')
      .mockImplementationOnce(async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          ref.endsWith('/ledger') ? undefined : ({ kind: 'Component' } as any),
        ),
      }));
  }

  it('are listed with what a heat map shows', async () => {
    const { body } = await app.get('/entities?orderBy=surplus&order=desc');
    expect(body.items).toHaveLength(4);
    for (const item of body.items) {
      expect(item).toMatchObject({ eligibleLevel: 1, isStale: false });
      expect(item.rights).toHaveLength(11);
      expect(item.rights[0]).toEqual({
        area: expect.any(String),
        right: expect.any(Number),
      });
      const { body: evaluation } = await app.get(
        `/entities/component/default/${item.name}`,
      );
      expect(item.guardrails).toEqual(
        evaluation.guardrails.guardrails.map(({ check, status }: any) => ({
          id: check.id,
          status,
        })),
      );
      const { guardrails } = item;
      const { id, status } = guardrails[0];
      const same = await app.get(
        `/entities?guardrail=${id}&guardrailState=${status}`,
      );
      expect(same.body.items.map((each: any) => each.name)).toContain(
        item.name,
      );
    }
  });

  describe('by refs', () => {
    const lookUp = async (...entityRefs: string[]) => {
      const { body, status } = await app.post('/entities/by-refs', {
        entityRefs,
      });
      expect(status).toBe(200);
      return body.items.map((item: any) => item && item.entityRef);
    };

    it('come in the order asked for, and null for what there is not', async () => {
      const refs = ['Component:Default/Ledger', 'component:default/no'];
      expect(await lookUp(...refs, CHECKOUT, CHECKOUT)).toEqual([
        'component:default/ledger',
        null,
        CHECKOUT,
        CHECKOUT,
      ]);
      expect(await lookUp('domain:default/payments')).toEqual([null]);
    });

    it('are null for whoever may not read them', async () => {
      const refs = ['component:default/articles', CHECKOUT];
      seenAs(DENY);
      expect(await lookUp(...refs)).toEqual([null, null]);
      seenAs(ALLOW, DENY);
      expect(await lookUp(...refs)).toEqual([null, null]);
      seenAs(OWN_TEAM);
      expect(await lookUp(...refs)).toEqual([null, CHECKOUT]);
      hideLedger();
      seenAs(ALLOW, ONLY_CATALOG_KNOWS);
      expect(await lookUp('component:default/ledger', CHECKOUT)).toEqual([
        null,
        CHECKOUT,
      ]);
    });

    it('are 500 at the most, and well spelt', async () => {
      const refs = Array.from({ length: 500 }, (_, n) => `component:d/s${n}`);
      expect(await lookUp(...refs)).toEqual(Array(500).fill(null));
      const malformed = await app.post('/entities/by-refs', {
        entityRefs: [CHECKOUT, 'nonsense'],
      });
      expect(malformed.status).toBe(400);
      expect(malformed.body.error.message).toBe(
        'Invalid entityRefs[1]: expected an entity ref such as component:default/payments-api, found "nonsense"',
      );
    });
  });

  describe('as a table', () => {
    const namesIn = (text: string) =>
      text
        .split('\r\n')
        .slice(1, -1)
        .map(line => line.split(',')[0].split('/')[1]);

    it('are all of the list in its order', async () => {
      app.audited.length = 0;
      const answer = await app.get('/entities.csv?orderBy=name&order=desc');
      expect(answer.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="autonomy-entities.csv"',
      });
      expect(answer.text.split('\r\n')[0]).toBe(
        'entity,title,type,owner,system,domain,tier,level,eligibleLevel,proposedLevel,atRiskSince,guardrails,guardrailsBreached,readiness,readinessBand,readinessGaps,accountability,surplus,deficit,stale',
      );
      expect(namesIn(answer.text)).toEqual([...ALL].reverse());
      expect(app.audited).toEqual([
        {
          eventId: 'entities-export',
          severityLevel: 'low',
          outcome: { entities: 4 },
        },
      ]);
      const filtered = await app.get('/entities.csv?type=website');
      expect(namesIn(filtered.text)).toEqual(['search']);
    });

    it('are no more than the reader may see', async () => {
      const table = async (...decisions: [object, object?]) =>
        namesIn((await seenAs(...decisions).get('/entities.csv')).text);
      expect(await table(DENY)).toEqual([]);
      expect(await table(OWN_TEAM)).toEqual(['checkout', 'ledger']);
      const asked = hideLedger();
      expect(await table(ALLOW, ONLY_CATALOG_KNOWS)).toEqual([
        'articles',
        'checkout',
        'search',
      ]);
      expect(asked.mock.lastCall?.[1]).toMatchObject({
        credentials: { principal: { type: 'user' } },
      });
    });
  });

  describe('summed up', () => {
    const read = async (query: string, ...decisions: object[]) => {
      if (decisions.length > 0) {
        seenAs(decisions[0], decisions[1]);
      }
      const { body, status } = await app.get(`/summary?${query}`);
      expect(status).toBe(200);
      return body;
    };
    const sizes = ({ groups }: any) =>
      groups.map((group: any) => [group.ref ?? group.value, group.entities]);

    it('are as many in the groups as in total', async () => {
      expect(sizes(await read('groupBy=owner'))).toEqual([
        ['group:default/team-a', 2],
        ['group:default/team-b', 2],
      ]);
      expect(sizes(await read('groupBy=system'))).toEqual([
        ['system:default/billing', 2],
        [undefined, 1],
        ['system:default/publishing', 1],
      ]);
      const byLevel = await read('groupBy=level&limit=1');
      expect(byLevel).toMatchObject({
        groups: [{ value: 1, entities: 4, levels: { 1: 4, 2: 0 } }],
        totalGroups: 1,
        totals: { entities: 4, stale: 0 },
      });
      const one = await read('groupBy=domain&limit=1&tier=1');
      expect(one).toMatchObject({
        groups: [{ ref: 'domain:default/payments', entities: 1 }],
        totals: { entities: 1 },
      });
    });

    it('show the title of a group, and what was, to those who see everything', async () => {
      await knex('entities')
        .where('entity_ref', 'domain:default/payments')
        .update({ title: 'Payments' });
      const day = dayOf(daysBefore(Date.now(), 32));
      expect(await read('groupBy=domain')).toMatchObject({ trend: 'none' });
      const zeros = Object.fromEntries(
        Object.keys(await knex('daily_roll_ups').columnInfo()).map(name => [
          name,
          0,
        ]),
      );
      await knex('daily_roll_ups').insert([
        { ...zeros, day, kind: 'organisation', ref: '', entities: 9 },
        {
          ...zeros,
          day,
          kind: 'domain',
          ref: 'domain:default/payments',
          entities: 3,
          readiness_sum: 90,
          readiness_count: 2,
        },
        { ...zeros, day, kind: 'domain', ref: '', entities: 6 },
      ]);

      const all = await read('groupBy=domain');
      const payments = all.groups.find(
        ({ ref }: any) => ref === 'domain:default/payments',
      );
      expect(payments).toMatchObject({
        title: 'Payments',
        before: { day, entities: 3, readiness: 45 },
      });
      expect(all).toMatchObject({
        trend: 'shown',
        totals: { before: { day, entities: 9 } },
      });
      const [none] = all.groups.filter(({ ref }: any) => ref === undefined);
      expect(none.before.entities).toBe(6);

      expect(await read('groupBy=domain&level=1')).toMatchObject({
        trend: 'none',
      });
      const own = await read('groupBy=domain', OWN_TEAM);
      expect(sizes(own)).toEqual([['domain:default/payments', 2]]);
      expect(own.trend).toBe('withheld');
      expect(JSON.stringify(own)).not.toMatch(/title|before/);
      expect(await read('groupBy=domain', DENY)).toMatchObject({
        groups: [],
        totals: { entities: 0 },
        trend: 'withheld',
      });
    });

    it('are withheld where only the catalog knows what the reader may see', async () => {
      expect(await read('groupBy=tier', ALLOW, ONLY_CATALOG_KNOWS)).toEqual({
        groupBy: 'tier',
        isWithheld: true,
        groups: [],
        trend: 'withheld',
      });
    });
  });

  describe('by guardrail', () => {
    const read = async (query: string, ...decisions: object[]) => {
      if (decisions.length > 0) {
        seenAs(decisions[0], decisions[1]);
      }
      const { body, status } = await app.get(`/guardrails?${query}`);
      expect(status).toBe(200);
      return body;
    };
    const sizes = ({ groups }: any) =>
      groups.map(({ entities, ref }: any) => [ref, entities]);

    it('are told with the words and in the order of the policy', async () => {
      const { scorecards } = await loadPolicy([]);
      const known = scorecards
        .filter(({ role }) => role === 'guardrails')
        .flatMap(({ checks }) => checks);
      const { groups, guardrails, ...rest } = await read('');
      expect(rest).toEqual({ isWithheld: false, totalGroups: groups.length });
      expect(guardrails.length).toBeGreaterThan(1);
      expect(guardrails).toEqual(
        known
          .filter(({ id }) => guardrails.some((each: any) => each.id === id))
          .map(({ id, mandatory = false, title }) => ({
            id,
            title,
            mandatory,
          })),
      );
      expect(guardrails.some(({ mandatory }: any) => mandatory)).toBe(true);
    });

    it('lead to the entities behind each count', async () => {
      const { groups, guardrails } = await read('');
      const [{ counts, ref }] = groups;
      for (const [index, count] of counts.entries()) {
        for (const [status, number] of Object.entries(count)) {
          const { body } = await app.get(
            `/entities?domain=${ref}&guardrail=${guardrails[index].id}&guardrailState=${status}`,
          );
          expect(body.totalItems).toBe(number);
        }
      }
    });

    it('are those that are asked for and that the reader may see', async () => {
      const payments = ['domain:default/payments', 2];
      await knex('entities')
        .where('entity_ref', payments[0])
        .update({ title: 'Payments' });
      const all = await read('');
      expect(all.groups).toContainEqual(
        expect.objectContaining({ ref: payments[0], title: 'Payments' }),
      );
      expect(sizes(await read('type=website'))).toEqual([[undefined, 1]]);
      const own = await read('', OWN_TEAM);
      expect(sizes(own)).toEqual([payments]);
      expect(own.groups[0]).not.toHaveProperty('title');
      expect(await read('', DENY)).toEqual({
        isWithheld: false,
        guardrails: [],
        groups: [],
        totalGroups: 0,
      });
      expect(await read('', ALLOW, ONLY_CATALOG_KNOWS)).toEqual({
        isWithheld: true,
        guardrails: [],
        groups: [],
      });
    });
  });

  describe('readiness', () => {
    const countOf = async (path: string, ...decisions: object[]) => {
      if (decisions.length > 0) {
        seenAs(decisions[0], decisions[1]);
      }
      const { body, status } = await app.get(`/readiness${path}`);
      return status === 200 ? body.rollUp?.entities ?? body : status;
    };

    it('is that of what belongs to a group, system or domain', async () => {
      expect(await countOf('')).toBe(4);
      expect(await countOf('/group/default/team-a')).toBe(2);
      expect(await countOf('/Group/Default/Department')).toBe(4);
      expect(await countOf('/system/default/billing')).toBe(2);
      expect(await countOf('/domain/default/payments')).toBe(3);
      expect(await countOf('/domain/default/cards')).toBe(1);
      expect(await countOf('/domain/default/content')).toBe(0);
      expect(await countOf('/group/default/nobody')).toBe(404);
      expect(await countOf('/component/default/checkout')).toBe(400);
    });

    it('goes round no circle of groups', async () => {
      await knex('entity_relations').insert({
        source_ref: 'group:default/team-b',
        type: 'parentOf',
        target_ref: 'group:default/department',
      });
      expect(await countOf('/group/default/team-b')).toBe(4);
    });

    it('is that of what the reader may see', async () => {
      expect(await countOf('', DENY)).toBe(0);
      expect(await countOf('', OWN_TEAM)).toBe(2);
      expect(await countOf('/domain/default/payments', OWN_TEAM)).toBe(2);
      expect(await countOf('', ALLOW, ONLY_CATALOG_KNOWS)).toEqual({
        isWithheld: true,
      });
      expect(
        await countOf('/group/default/team-a', ALLOW, ONLY_CATALOG_KNOWS),
      ).toEqual({ isWithheld: true, ref: 'group:default/team-a' });
      const asked = jest
        .spyOn(app.catalog.service, 'getEntitiesByRefs')
        .mockResolvedValueOnce({ items: [undefined] });
      expect(await countOf('/group/default/team-a')).toBe(404);
      expect(asked.mock.lastCall?.[1]).toMatchObject({
        credentials: { principal: { type: 'user' } },
      });
    });

    it('leads to the entities behind each item', async () => {
      const { body } = await app.get('/readiness');
      for (const { applicable, id, passing } of body.rollUp.items) {
        const behind = await app.get(`/entities?readinessItem=${id}`);
        expect([id, behind.body.totalItems]).toEqual([
          id,
          applicable - passing,
        ]);
      }
    });
  });

  describe('refreshed', () => {
    const refresh = (name: string, as?: string) =>
      app.post(`/entities/component/default/${name}/refresh`, '', as);

    it('are answered when they are there', async () => {
      app.audited.length = 0;
      const { body, status } = await refresh('checkout');
      expect([status, body.entity.entityRef]).toEqual([200, CHECKOUT]);
      expect(app.audited).toEqual([
        {
          eventId: 'evaluation-refresh',
          severityLevel: 'medium',
          outcome: { isEvaluated: true },
        },
      ]);
      const row = await knex('evaluation_queue')
        .where('entity_ref', CHECKOUT)
        .first();
      expect(row).toMatchObject({ asked_at: null });
    });

    it('are so for those who may read them', async () => {
      expect(
        (await refresh('checkout', mockCredentials.none.header())).status,
      ).toBe(401);
      expect((await refresh('nobody')).status).toBe(404);
      for (const decisions of [
        [DENY, ALLOW],
        [ALLOW, DENY],
      ]) {
        app.permissions.authorize.mockResolvedValueOnce(decisions as any);
        expect((await refresh('articles')).status).toBe(404);
      }
    });

    it('are not so all the time', async () => {
      expect((await refresh('ledger')).status).toBe(200);
      expect((await refresh('ledger')).status).toBe(200);
      const { body, headers, status } = await refresh('ledger');
      expect(status).toBe(429);
      expect(body.error.name).toBe('TooManyRequestsError');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(10);
      const other = mockCredentials.user.header('user:default/other');
      expect((await refresh('ledger', other)).status).toBe(200);
    });
  });
});
