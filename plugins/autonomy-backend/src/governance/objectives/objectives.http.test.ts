import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const BO = 'user:default/bo';
const BOARD = 'group:default/payments-board';
const CENTRE = 'group:default/centre';
const WRITE = 'autonomy.objective.write';
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

const objective = (rest: object = {}) => ({
  statement: 'Everybody can pay, always',
  measures: [
    {
      title: 'Payments that succeed',
      target: '99.9 %',
      current: '99.7 %',
      measuredAt: inDays(-1),
    },
    { title: 'Refunds within a day', target: 'all' },
  ],
  ownerRef: 'group:default/team-a',
  reviewAt: inDays(90),
  ...rest,
});

describe.each(databases.eachSupportedId())('objectives on %s', databaseId => {
  let knex: Knex;
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({
      knex,
      entities: [
        ...organisation(),
        entity('cards', { kind: 'Domain', domain: 'payments' }),
        entity('hidden', { kind: 'Domain' }),
      ],
      config: {
        boardsWithoutPermissions: true,
        centralBoard: CENTRE,
        boards: { 'domain:default/hidden': BOARD },
      },
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await knex('objectives').delete();
    app.ownership = [BO, BOARD];
    app.audited.length = 0;
    allow(() => true);
  });

  function allow(may: (permission: string) => boolean) {
    app.permissions.authorize.mockImplementation(
      async requests =>
        requests.map(({ permission }) => ({
          result: may(permission.name) ? 'ALLOW' : 'DENY',
        })) as any,
    );
  }

  const user = mockCredentials.user.header(BO);
  const service = mockCredentials.service.header();
  const get = (name: string, as = user) =>
    app.get(`/objectives/domain/default/${name}`, as);
  const put = (name: string, rest: object = {}, as = user) => {
    const call = request(app.server)
      .put(`/api/autonomy/v1/objectives/${name}`)
      .send(objective(rest));
    return as ? call.set('authorization', as) : call;
  };
  const set = (name: string, rest?: object, as?: string) =>
    put(`domain/default/${name}`, rest, as);

  it('are set by the board of the domain, and shown to whoever sees the domain', async () => {
    expect((await get('payments')).status).toBe(404);
    const answer = await set('payments', {
      statement: ' Everybody\ncan pay, always ',
    });
    expect(answer.status).toBe(200);
    const sent = objective();
    expect(answer.body).toEqual({
      ...sent,
      domainRef: 'domain:default/payments',
      measures: [
        {
          ...sent.measures[0],
          measuredAt: expect.any(Number),
        },
        sent.measures[1],
      ],
      reviewAt: expect.any(Number),
      updatedAt: expect.any(Number),
      updatedBy: BO,
    });
    app.ownership = [];
    expect((await get('payments')).body).toEqual(answer.body);
    expect((await get('Payments', service)).body).toEqual(answer.body);
    expect(app.audited).toEqual([
      {
        eventId: 'objective-set',
        severityLevel: 'medium',
        outcome: expect.objectContaining({ measures: 2 }),
      },
    ]);
    app.ownership = [BO, BOARD];
    const { body } = await set('payments', {
      statement: 'Nobody waits for us',
    });
    expect((await get('payments')).body).toEqual(body);
  });

  it.each([
    ['nobody', mockCredentials.none.header(), 401],
    ['an invalid user', mockCredentials.user.invalidHeader(), 401],
    ['a service', service, 403],
  ])('are not set by %s', async (_, as, status) => {
    expect((await set('payments', {}, as)).status).toBe(status);
    expect((await get('payments', as)).status).toBe(status === 401 ? 401 : 404);
  });

  it('are set by the nearest board, the central one where there is none, and nobody else', async () => {
    // A subdomain is the board's that is around it.
    expect((await set('cards')).status).toBe(200);
    expect((await set('content')).status).toBe(403);
    app.ownership = ['Group:Default/Centre'];
    expect((await set('content')).status).toBe(200);
    expect((await set('cards')).status).toBe(403);
    app.ownership = [BO, BOARD];
    allow(name => name !== WRITE);
    expect((await set('payments')).status).toBe(403);
  });

  it('do not exist of what the catalog hides, and of what is no Domain', async () => {
    await set('hidden');
    app.catalog.remove('hidden');
    const answers = [
      await get('hidden'),
      await set('hidden'),
      await get('nobody'),
      await set('nobody'),
      await app.get('/objectives/component/default/checkout', user),
      await put('component/default/checkout'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it.each([
    [
      'a short statement',
      { statement: '  short \n' },
      /statement: .*10 to 500/,
    ],
    ['no measure', { measures: [] }, /measures/],
    [
      'eleven measures',
      { measures: Array(11).fill({ title: 'a', target: 'b' }) },
      /measures/,
    ],
    ['a blank target', { measures: [{ title: 'a', target: ' ' }] }, /target/],
    [
      'an instant without a figure',
      { measures: [{ title: 'a', target: 'b', measuredAt: inDays(-1) }] },
      /current/,
    ],
    ['a review in the past', { reviewAt: inDays(-1) }, /reviewAt: .*future/],
    ['a person', { ownerRef: BO }, /ownerRef: expected the ref of a group/],
    [
      'a group that is not there',
      { ownerRef: 'group:default/nobody' },
      /ownerRef: expected a group of the catalog/,
    ],
  ])('are refused with %s', async (_, rest, message) => {
    const answer = await set('payments', rest);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect((await get('payments')).status).toBe(404);
  });
});

it('are set by nobody where boards do not decide', async () => {
  const app = await startAutonomy();
  app.ownership = [BOARD];
  const answer = await request(app.server)
    .put('/api/autonomy/v1/objectives/domain/default/payments')
    .set('authorization', mockCredentials.user.header(BO))
    .send(objective());
  expect(answer.status).toBe(403);
  await app.stop();
});
