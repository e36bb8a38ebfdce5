import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import request from 'supertest';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';

jest.setTimeout(30_000);

const CHECKOUT = 'component/default/checkout';
const ENTITY = '{kind}/{namespace}/{name}';
const NOW = new Date().toISOString();
const about = { entityRef: 'component:default/checkout', source: 'test' };

interface Route {
  method: 'get' | 'post';
  path: string;
  /** Where it is asked for; the path with an entity in it unless told. */
  url?: string;
  permission?: string;
  body?: object;
  /** Whether the permission is asked for before the body is read. */
  isReport?: boolean;
}

const report = (path: string, permission: string, item: object): Route => ({
  method: 'post',
  path,
  permission,
  body: { [path === '/backfill' ? 'incidents' : 'items']: [item] },
  isReport: true,
});
const incident = {
  ...about,
  id: '1',
  title: 'x',
  severity: 'low',
  startedAt: NOW,
};

const reading = (path: string, more: Partial<Route> = {}): Route => ({
  method: 'get',
  path,
  permission: 'autonomy.entity.read',
  ...more,
});

/** Routes that one permission opens, with a request that each answers by 200; the matrix has all the others. */
const ROUTES: Route[] = [
  reading('/entities'),
  reading('/entities.csv'),
  reading('/entities/by-refs', {
    method: 'post',
    body: { entityRefs: [about.entityRef] },
  }),
  reading(`/entities/${ENTITY}`),
  reading(`/entities/${ENTITY}/history`),
  reading('/summary', { url: '/summary?groupBy=owner' }),
  reading('/guardrails'),
  reading('/trends', { url: '/trends?kind=organisation' }),
  reading('/activity'),
  reading('/readiness'),
  reading(`/readiness/${ENTITY}`, { url: '/readiness/group/default/team-a' }),
  { method: 'get', path: '/policy' },
  {
    method: 'get',
    path: '/policy/facts',
    permission: 'autonomy.policy.read',
  },
  { method: 'get', path: '/checks', permission: 'autonomy.policy.read' },
  report('/facts', 'autonomy.fact.ingest', {
    entityRef: about.entityRef,
    collector: 'x',
    facts: {},
    collectedAt: NOW,
  }),
  report('/incidents', 'autonomy.incident.ingest', incident),
  report('/deployments', 'autonomy.deployment.ingest', {
    ...about,
    id: '1',
    status: 'succeeded',
    finishedAt: NOW,
  }),
  report('/coverage', 'autonomy.incident.backfill', {
    ...about,
    from: NOW,
    lastHeardAt: NOW,
  }),
  report('/backfill', 'autonomy.incident.backfill', incident),
  {
    method: 'post',
    path: '/backfill/coverage',
    permission: 'autonomy.incident.backfill',
    body: { source: 'desk', from: NOW },
  },
  { method: 'get', path: '/health', permission: 'autonomy.health.read' },
  {
    method: 'get',
    path: '/inbox/quarantine',
    permission: 'autonomy.health.read',
  },
  {
    method: 'post',
    path: '/inbox/replay',
    permission: 'autonomy.incident.backfill',
    body: {},
  },
];

const REPORTS = ROUTES.filter(({ isReport }) => isReport);

/** What a caller who may not gets: reading shows nothing, writing is forbidden. */
const REFUSED: Record<string, number> = {
  '/entities': 200,
  '/entities.csv': 200,
  '/entities/by-refs': 200,
  [`/entities/${ENTITY}`]: 404,
  [`/entities/${ENTITY}/history`]: 404,
  '/summary': 200,
  '/guardrails': 200,
  '/activity': 200,
  '/readiness': 200,
  [`/readiness/${ENTITY}`]: 200,
  // Labels of the installation, nothing of any entity: for everybody who is signed in.
  '/policy': 200,
};

describe('authorization', () => {
  let app: AutonomyUnderTest;

  beforeAll(async () => {
    app = await startAutonomy({
      config: {
        incidents: {
          sources: {
            desk: { type: 'standard-webhooks', covers: { kind: 'Component' } },
          },
        },
      },
    });
  });
  afterAll(() => app.stop());

  function send(
    { body, method, path, url = path.replace(ENTITY, CHECKOUT) }: Route,
    headers: Record<string, string>,
    text: string = JSON.stringify(body),
  ) {
    const call = request(app.server)[method](`/api/autonomy/v1${url}`);
    void call.set(headers);
    return method === 'post'
      ? call.set('content-type', 'application/json').send(text)
      : call;
  }

  /** The answers that Backstage gives to a token with these access restrictions. */
  function restrict(accessRestrictions: object | undefined) {
    const client = ServerPermissionClient.fromConfig(
      mockServices.rootConfig({ data: { permission: { enabled: true } } }),
      { auth: mockServices.auth(), discovery: mockServices.discovery() },
    );
    const credentials = mockCredentials.service(
      'external:ci',
      accessRestrictions as any,
    );
    app.permissions.authorize.mockImplementation(requests =>
      client.authorize(requests, { credentials }),
    );
    app.permissions.authorizeConditional.mockImplementation(requests =>
      client.authorizeConditional(requests, { credentials }),
    );
  }

  function decide(result: 'ALLOW' | 'DENY') {
    const answer = async (requests: unknown[]) =>
      requests.map(() => ({ result }));
    app.permissions.authorize.mockImplementation(answer as any);
    app.permissions.authorizeConditional.mockImplementation(answer as any);
  }

  it.each([
    ['nobody', { authorization: mockCredentials.none.header() }],
    [
      'a limited user',
      { authorization: `Bearer ${mockCredentials.limitedUser.token()}` },
    ],
    [
      'an invalid user',
      { authorization: mockCredentials.user.invalidHeader() },
    ],
    [
      'an invalid service',
      { authorization: mockCredentials.service.invalidHeader() },
    ],
  ])('lets %s nowhere in', async (_, headers) => {
    decide('ALLOW');
    for (const route of ROUTES) {
      const { status } = await send(route, headers);
      expect([route.path, status]).toEqual([route.path, 401]);
    }
  });

  it.each([
    ['a user', { authorization: mockCredentials.user.header() }],
    ['a service', { authorization: mockCredentials.service.header() }],
  ])(
    'lets %s everywhere who may, and nowhere who may not',
    async (_, headers) => {
      for (const route of ROUTES) {
        decide('ALLOW');
        expect([route.path, (await send(route, headers)).status]).toEqual([
          route.path,
          200,
        ]);
        decide('DENY');
        const denied = await send(route, headers);
        expect([route.path, denied.status]).toEqual([
          route.path,
          REFUSED[route.path] ?? 403,
        ]);
      }
    },
  );

  it('narrows a token to the permissions and actions it was given', async () => {
    const service = { authorization: mockCredentials.service.header() };
    const statuses = async () =>
      Object.fromEntries(
        await Promise.all(
          ROUTES.map(async route => [
            route.path,
            (await send(route, service)).status,
          ]),
        ),
      );
    const none = Object.fromEntries(
      ROUTES.map(({ path }) => [path, REFUSED[path] ?? 403]),
    );
    const all = Object.fromEntries(ROUTES.map(({ path }) => [path, 200]));

    restrict(undefined);
    expect(await statuses()).toEqual(all);
    restrict({ permissionNames: ['catalog.entity.create'] });
    expect(await statuses()).toEqual(none);
    restrict({ permissionAttributes: { action: ['delete'] } });
    expect(await statuses()).toEqual(none);
    const opened = (isOpen: (route: Route) => boolean) => ({
      ...none,
      ...Object.fromEntries(
        ROUTES.filter(isOpen).map(({ path }) => [path, 200]),
      ),
    });
    // Reading entities takes two permissions: see below.
    const one = ROUTES.flatMap(({ permission }) =>
      permission && permission !== 'autonomy.entity.read' ? permission : [],
    );
    for (const permission of one) {
      restrict({ permissionNames: [permission] });
      expect(await statuses()).toEqual(
        opened(route => route.permission === permission),
      );
    }
    restrict({ permissionAttributes: { action: ['read'] } });
    expect(await statuses()).toEqual(
      opened(
        ({ method, permission }) =>
          method === 'get' || permission === 'autonomy.entity.read',
      ),
    );
    // Neither of the two permissions is enough.
    restrict({ permissionNames: ['autonomy.entity.read'] });
    expect(await statuses()).toEqual(none);
  });

  it('comes before anything else about a report, and is audited', async () => {
    decide('DENY');
    const user = { authorization: mockCredentials.user.header() };
    for (const route of REPORTS) {
      for (const body of ['{', '{}', '[]', 'x'.repeat(2_000_000)]) {
        app.audited.length = 0;
        const answer = await send(route, user, body);
        expect(answer.status).toBe(403);
        expect(answer.body.error).toMatchObject({
          name: 'NotAllowedError',
          message: `The permission ${route.permission} is needed`,
        });
        expect(app.audited).toEqual([
          {
            eventId: expect.stringMatching(/^\w+-(ingest|declare|backfill)$/),
            severityLevel: 'medium',
            outcome: expect.objectContaining({ name: 'NotAllowedError' }),
          },
        ]);
      }
    }
  });
});
