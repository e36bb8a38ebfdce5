import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../__testUtils__';
import { createDeploymentsStore } from './DeploymentsStore';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const ANN = 'user:default/ann';
const TEAM = 'group:default/team-a';
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';
const ARTICLES = 'component:default/articles';
const START = Date.now();
const user = mockCredentials.user.header(ANN);
const service = mockCredentials.service.header();
const daysAgo = (days: number) => new Date(START - days * DAY).toISOString();

const item = (id: string, days: number, rest: object = {}) => ({
  id,
  source: 'ci',
  entityRef: CHECKOUT,
  status: 'succeeded',
  area: 'security',
  finishedAt: daysAgo(days),
  ...rest,
});

describe.each(databases.eachSupportedId())('deployments on %s', databaseId => {
  let knex: Knex;
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({
      knex,
      entities: [...organisation(), entity('orphan')],
    });
  });
  afterAll(async () => {
    await app.stop();
  });
  beforeEach(async () => {
    await knex('deployments').delete();
    app.ownership = [ANN, TEAM];
    app.audited.length = 0;
    decide(() => true);
    app.permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
  });

  /** @param may - by permission and entity */
  function decide(may: (permission: string, ref?: string) => boolean) {
    app.permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission, resourceRef }: any) => ({
        result: may(permission.name, resourceRef)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    );
  }

  const push = (...items: object[]) => app.post('/deployments', { items });
  const review = (id: string, body: object = {}, as: string = user) =>
    app.post(`/deployments/ci/${id}/review`, body, as);
  const list = (query = '', as: string = user) =>
    app.get(`/deployments${query}`, as);
  const idsOf = async (query = '') =>
    (await list(query)).body.items.map(({ id }: any) => id);

  describe('lists', () => {
    beforeEach(() =>
      push(
        item('old', 40),
        item('a', 3, { entityRef: LEDGER }),
        item('b', 3, { source: 'cd' }),
        item('c', 3),
        item('new', 1, { entityRef: ARTICLES }),
        item('nobody', 0, { entityRef: 'component:default/nobody' }),
      ),
    );

    it('are the newest first, in pages, of entities in scope', async () => {
      const all = ['new', 'c', 'a', 'b', 'old'];
      expect(await idsOf()).toEqual(all);
      for (const limit of [1, 2, 5]) {
        const seen: string[] = [];
        let cursor = '';
        do {
          const { body } = await list(`?limit=${limit}${cursor}`);
          seen.push(...body.items.map(({ id }: any) => id));
          cursor = body.pageInfo.nextCursor
            ? `&cursor=${body.pageInfo.nextCursor}`
            : '';
        } while (cursor);
        expect(seen).toEqual(all);
      }
    });

    it('are of one entity, and from an instant on', async () => {
      expect(await idsOf('?entity=Component:Default/Checkout')).toEqual([
        'c',
        'b',
        'old',
      ]);
      const from = encodeURIComponent(daysAgo(3));
      expect(await idsOf(`?entity=${CHECKOUT}&from=${from}`)).toEqual([
        'c',
        'b',
      ]);
      expect(await idsOf('?entity=component:default/nobody')).toEqual([]);
    });

    it('tell how each review stands', async () => {
      await push(
        item('quiet', 9, { entityRef: ARTICLES, area: 'tooling' }),
        item('done', 9, {
          reviewedAt: daysAgo(1),
          reviewUrl: 'https://wiki.example.com/r',
        }),
      );
      const { body } = await list();
      const of = (wanted: string) =>
        body.items.find(({ id }: any) => id === wanted);
      expect(of('c')).toEqual({
        ...item('c', 3),
        finishedAt: START - 3 * DAY,
        recordedAt: expect.any(Number),
        reviewState: 'due',
        reviewDueAt: START + 2 * DAY,
      });
      expect(of('old')).toMatchObject({
        reviewState: 'overdue',
        reviewDueAt: START - 35 * DAY,
      });
      expect(of('done')).toMatchObject({
        reviewState: 'done',
        reviewedAt: START - DAY,
        reviewUrl: 'https://wiki.example.com/r',
      });
      expect(of('quiet').reviewState).toBe('none-owed');
      expect(of('quiet')).not.toHaveProperty('reviewDueAt');
    });

    it('show what the reader may read', async () => {
      const answer = (conditions: object) =>
        app.permissions.authorizeConditional.mockImplementation(
          async requests =>
            requests.map(({ permission }: any) => ({
              result: AuthorizeResult.ALLOW,
              ...(permission.name === 'catalog.entity.read' ? conditions : {}),
            })) as any,
        );
      const when = (rule: string, params: object) => ({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'catalog',
        resourceType: 'catalog-entity',
        conditions: { resourceType: 'catalog-entity', rule, params },
      });
      answer({ result: AuthorizeResult.DENY });
      expect(await idsOf()).toEqual([]);
      answer(when('IS_ENTITY_OWNER', { claims: ['group:default/team-b'] }));
      expect(await idsOf()).toEqual(['new']);
      expect(await idsOf(`?entity=${CHECKOUT}`)).toEqual([]);
      // Only the catalog knows this one.
      answer(when('SOME_MODULE_RULE', {}));
      const { entities } = app.catalog;
      app.catalog.remove('checkout');
      expect(await idsOf()).toEqual(['new', 'a']);
      expect((await list('?limit=1')).body.pageInfo).toHaveProperty(
        'nextCursor',
      );
      // As after a request that ended before it found the next one.
      const cursor = Buffer.from('{"skip":2}').toString('base64url');
      expect(await idsOf(`?cursor=${cursor}`)).toEqual(['a']);
      app.catalog.entities = entities;
    });

    it.each([
      ['?limit=0'],
      ['?limit=201'],
      ['?entity=checkout'],
      ['?entity=%00'],
      ['?from=yesterday'],
      ['?from=2026-01-01T00:00:00'],
      ['?cursor=x'],
      [`?cursor=${Buffer.from('{"finishedAt":1}').toString('base64url')}`],
      [`?cursor=${Buffer.from('{"skip":-1}').toString('base64url')}`],
      ['?source=ci'],
    ])('refuse %s', async query => {
      const { body, status } = await list(query);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).not.toMatch(/\b(select|where)\b/i);
    });
  });

  describe('reviews', () => {
    beforeEach(() =>
      push(
        item('1', 9),
        item('2', 9, { entityRef: ARTICLES }),
        item('3', 9, { entityRef: 'component:default/orphan' }),
        item('4', 9, { entityRef: 'component:default/nobody' }),
      ),
    );

    it('are recorded by owners', async () => {
      const { body, status } = await review('1', {
        completedAt: daysAgo(2),
        url: 'https://wiki.example.com/r',
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        id: '1',
        reviewState: 'done',
        reviewedAt: START - 2 * DAY,
        reviewUrl: 'https://wiki.example.com/r',
        reviewDueAt: START - 4 * DAY,
      });
      expect(app.audited.at(-1)).toEqual({
        eventId: 'deployment-review',
        severityLevel: 'medium',
        outcome: { entityRef: CHECKOUT, reviewedAt: START - 2 * DAY },
      });
      // Now, unless told; and what was said before gives way.
      const again = await review('1');
      expect(again.body.reviewedAt).toBeGreaterThanOrEqual(START);
      expect(again.body).not.toHaveProperty('reviewUrl');
    });

    it('outlive the reports of the source', async () => {
      await review('1', { completedAt: daysAgo(2) });
      const reviewedAt = async () =>
        (await list(`?entity=${CHECKOUT}`)).body.items[0].reviewedAt;
      expect((await push(item('1', 9))).body).toMatchObject({ unchanged: 1 });
      await push(item('1', 9, { version: '2', status: 'failed' }));
      expect(await reviewedAt()).toBe(START - 2 * DAY);
      await push(item('1', 9, { reviewedAt: daysAgo(5) }));
      expect(await reviewedAt()).toBe(START - 5 * DAY);
      await push(item('1', 9));
      expect(await reviewedAt()).toBe(START - 2 * DAY);
      const [told] = (
        await createDeploymentsStore({ knex }).readFor([CHECKOUT])
      ).get(CHECKOUT)!;
      expect(told.reviewedAt).toBe(START - 2 * DAY);
    });

    it('count in the facts', async () => {
      // Watched, for else nobody can tell which deployments failed.
      await app.post('/coverage', {
        items: [
          {
            source: 'pager',
            entityRef: CHECKOUT,
            from: daysAgo(30),
            lastHeardAt: new Date().toISOString(),
          },
        ],
      });
      const share = async () => {
        const { text } = await app.get('/entities/component/default/checkout');
        return /"path":"deployments.highConsequenceReviewShare","value":([\d.]+)/.exec(
          text,
        )?.[1];
      };
      await app.eventually(share, value => value === '0.5');
      await review('1');
      expect(await app.eventually(share, value => value === '1')).toBe('1');
    });

    it('are refused by who asks', async () => {
      const statuses = async (as: string = user) =>
        Promise.all(
          ['1', '2', '3', '4', '5'].map(
            async id => (await review(id, {}, as)).status,
          ),
        );
      const all = (status: number) => Array(5).fill(status);
      expect(await statuses(mockCredentials.none.header())).toEqual(all(401));
      expect(await statuses(mockCredentials.user.invalidHeader())).toEqual(
        all(401),
      );
      expect(await statuses(service)).toEqual(all(403));
      expect((await list('', mockCredentials.none.header())).status).toBe(401);
      expect((await list('', service)).status).toBe(200);

      const owner = [200, 403, 403, 404, 404];
      expect(await statuses()).toEqual(owner);
      app.ownership = [ANN];
      expect(await statuses()).toEqual([403, 403, 403, 404, 404]);
      app.ownership = ['Group:Default/Team-A'];
      expect(await statuses()).toEqual(owner);
      decide(
        (name, ref) => name !== 'autonomy.attestation.create' || ref === LEDGER,
      );
      expect(await statuses()).toEqual([403, 403, 403, 404, 404]);
      for (const hidden of ['autonomy.entity.read', 'catalog.entity.read']) {
        decide(name => name !== hidden);
        expect(await statuses()).toEqual(all(404));
      }
    });

    it.each([
      [{ completedAt: daysAgo(-1) }, 'completedAt'],
      [{ completedAt: daysAgo(10) }, 'completedAt'],
      [{ completedAt: 'today' }, 'completedAt'],
      [{ url: 'data:text/html,x' }, 'url'],
      [{ url: 'https://a b' }, 'url'],
    ])('are refused with a mistake: %j', async (body, field) => {
      const answer = await review('1', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(
        new RegExp(`^Invalid ${field}: expected .*, found "`),
      );
    });

    it.each([[{ reviewer: 'ann' }], [[]], [{ completedAt: 1 }]])(
      'are refused in another form: %j',
      async body => {
        expect((await review('1', body)).status).toBe(400);
      },
    );

    it('have their own names in paths', async () => {
      await push(item('a/b?c#ü%', 9));
      const answer = await review(encodeURIComponent('a/b?c#ü%'));
      expect([answer.status, answer.body.id]).toEqual([200, 'a/b?c#ü%']);
      expect((await review('%00')).status).toBe(400);
    });
  });

  it('are linked to an incident by a later report', async () => {
    await push(item('1', 2));
    const linked = await push(item('1', 2, { incidentId: 'INC-1' }));
    expect(linked.body).toMatchObject({ stored: 1 });
    expect((await list()).body.items[0].incidentId).toBe('INC-1');
    // The last report wins, whatever it leaves out.
    await push(item('1', 2));
    expect((await list()).body.items[0]).not.toHaveProperty('incidentId');
  });

  it('are refused with a link to a review that never was', async () => {
    const { body } = await push(
      item('1', 2, { reviewUrl: 'https://wiki.example.com/r' }),
    );
    expect(body.results[0].error).toEqual({
      field: 'reviewedAt',
      message: 'expected when it was reviewed, with reviewUrl, found nothing',
    });
  });
});
