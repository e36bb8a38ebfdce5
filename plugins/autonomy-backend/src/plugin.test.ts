import { TestDatabases } from '@backstage/backend-test-utils';
import { startAutonomy, type AutonomyUnderTest } from './__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const CHECKOUT = 'component:default/checkout';

const coverage = {
  source: 'pager',
  entityRef: CHECKOUT,
  from: ago(400),
  lastHeardAt: ago(0),
};
const incident = {
  id: '17',
  source: 'pager',
  entityRef: 'Component:checkout',
  title: 'Release broke the basket',
  severity: 'high',
  areas: ['deployment'],
  startedAt: ago(2),
};
const fact = {
  entityRef: CHECKOUT,
  collector: 'slo',
  facts: { availability90d: 99.95 },
  collectedAt: ago(0),
};
const evaluationOf = async (app: AutonomyUnderTest) =>
  (await app.get('/entities/component/default/checkout')).body;
const trustOf = (evaluation: any): Record<string, number> =>
  Object.fromEntries(evaluation.trust.map((t: any) => [t.area, t.value]));

describe.each(databases.eachSupportedId())('autonomy on %s', databaseId => {
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    app = await startAutonomy({ knex: await databases.init(databaseId) });
  });
  afterAll(() => app.stop());

  it('gives the same answer for unknown, out of scope and unreadable', async () => {
    const answers = [];
    for (const path of ['component/default/nobody', 'system/default/billing']) {
      answers.push(await app.get(`/entities/${path}`));
    }
    for (const denied of [0, 1]) {
      app.permissions.authorize.mockImplementationOnce(async requests =>
        requests.map((_, i) => ({ result: i === denied ? 'DENY' : 'ALLOW' })),
      );
      answers.push(await app.get('/entities/component/default/checkout'));
    }
    for (const { body, status } of answers) {
      expect(status).toBe(404);
      expect(body.error).toEqual({
        name: 'NotFoundError',
        message: expect.stringMatching(/^No evaluation of \S+$/),
      });
    }
  });

  it('lets an incident change the right of its area and of no other', async () => {
    await app.post('/coverage', { items: [coverage] });
    const before = await app.eventually(
      () => evaluationOf(app),
      evaluation => trustOf(evaluation).deployment > 0.9,
    );
    expect((await app.post('/incidents', { items: [incident] })).status).toBe(
      200,
    );
    const after = await app.eventually(
      () => evaluationOf(app),
      evaluation => trustOf(evaluation).deployment < 0.8,
    );

    const changed = Object.entries(trustOf(after))
      .filter(([area, value]) => Math.abs(value - trustOf(before)[area]) > 1e-4)
      .map(([area]) => area);
    expect(changed).toEqual(['deployment']);
    const caps = (evaluation: any, area: string) =>
      evaluation.rights
        .find((right: any) => right.area === area)
        .caps.find((cap: any) => cap.kind === 'trust').right;
    expect(caps(after, 'deployment')).toBeLessThan(caps(before, 'deployment'));
    expect(caps(after, 'operations')).toBe(caps(before, 'operations'));
  });

  it('stores the valid neighbours of a malformed item, and says what was wrong', async () => {
    const answer = await app.post('/incidents', {
      items: [
        { ...incident, id: '18', severity: 'terrible' },
        { ...incident, id: '19', severity: 'low' },
      ],
    });
    expect(answer.status).toBe(207);
    expect(answer.body).toEqual({
      stored: 1,
      unchanged: 0,
      rejected: 1,
      results: [
        {
          index: 0,
          status: 'rejected',
          error: {
            field: 'severity',
            message:
              'expected one of low, medium, high, critical, found "terrible"',
          },
        },
        { index: 1, status: 'stored', id: '19' },
      ],
    });
    const all = await app.post('/incidents', {
      items: [{ ...incident, area: 'x' }],
    });
    expect(all.status).toBe(400);
    expect(all.body).toMatchObject({
      error: {
        name: 'InputError',
        message:
          'No item was accepted; the first: area: expected no field of that name, found "x"',
      },
      rejected: 1,
    });
  });

  it.each([
    ['no JSON', '{', 400],
    ['no items', {}, 400],
    ['empty items', { items: [] }, 400],
    ['too many items', { items: Array(501).fill(fact) }, 400],
    ['unknown fields', { items: [fact], force: true }, 400],
    ['a list', [fact], 400],
    [
      'more than a megabyte',
      { items: [{ ...fact, facts: { x: 'x'.repeat(1_100_000) } }] },
      413,
    ],
  ])('refuses a body with %s', async (_, body, status) => {
    expect((await app.post('/facts', body)).status).toBe(status);
  });

  it('pages, filters and sorts', async () => {
    const names = (answer: { body: any }) =>
      answer.body.items?.map((item: any) => item.name) ?? answer.body.error;
    const first = await app.get('/entities?limit=3');
    expect(names(first)).toEqual(['articles', 'checkout', 'ledger']);
    expect(first.body).toMatchObject({ totalItems: 4 });
    const next = await app.get(
      `/entities?limit=3&cursor=${first.body.pageInfo.nextCursor}`,
    );
    expect(names(next)).toEqual(['search']);
    expect(next.body.pageInfo.nextCursor).toBeUndefined();
    const back = await app.get(
      `/entities?limit=3&cursor=${next.body.pageInfo.prevCursor}`,
    );
    expect(names(back)).toEqual(names(first));
    expect(back.body.pageInfo.prevCursor).toBeUndefined();
    expect(back.body.pageInfo.nextCursor).toBeDefined();

    const cases: [string, string[]][] = [
      ['owner=team-b&orderBy=name&order=desc', ['search', 'articles']],
      ['owner=group:default/TEAM-A&owner=team-b&type=website', ['search']],
      ['domain=payments&orderBy=tier', ['checkout', 'ledger']],
      ['orderBy=domain', ['search', 'articles', 'checkout', 'ledger']],
      ['system=billing&text=CHECK', ['checkout']],
      ['text=%25', []],
      ['tier=1&level=1&kind=COMPONENT', ['checkout']],
      ['guardrailStatus=ok', []],
      [
        'guardrailStatus=unknown&minReadiness=0&maxReadiness=100&type=website',
        ['search'],
      ],
    ];
    for (const [query, expected] of cases) {
      expect([query, names(await app.get(`/entities?${query}`))]).toEqual([
        query,
        expected,
      ]);
    }
    const wrong = [
      'cursor=nonsense',
      `cursor=${first.body.pageInfo.nextCursor}&orderBy=level`,
      'limit=0',
      'limit=201',
      'orderBy=body',
      'colour=red',
      'tier=5',
      'owner=',
    ];
    for (const query of wrong) {
      expect([query, (await app.get(`/entities?${query}`)).status]).toEqual([
        query,
        400,
      ]);
    }
  });

  it('follows the catalog', async () => {
    const { entities } = app.catalog;
    app.catalog.remove('search');
    await app.sweep();
    await app.eventually(
      async () => (await app.get('/entities')).body.totalItems,
      total => total === 3,
    );
    expect((await app.get('/entities/component/default/search')).status).toBe(
      404,
    );
    app.catalog.entities = entities;
    await app.sweep();
    await app.eventually(
      async () => (await app.get('/entities')).body.totalItems,
      total => total === 4,
    );
  });
});
