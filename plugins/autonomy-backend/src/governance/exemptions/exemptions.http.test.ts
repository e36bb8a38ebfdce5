import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const ANN = 'user:default/ann';
const TEAM = 'group:default/team-a';
const CHECKOUT = 'component:default/checkout';
const LEDGER = 'component:default/ledger';
const REQUEST = 'autonomy.exemption.request';
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

const asked = (rest: object = {}) => ({
  entityRef: CHECKOUT,
  checkId: 'tracing',
  reason: 'The new collector comes in May',
  expiresAt: inDays(30),
  ...rest,
});

describe('exemptions over HTTP', () => {
  let knex: Knex;
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    app = await startAutonomy({
      knex,
      entities: [...organisation(), entity('orphan')],
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await knex('exemption_requests').delete();
    await knex('exemptions').delete();
    await knex('proposals').delete();
    app.ownership = [ANN, TEAM];
    app.audited.length = 0;
    decide(() => true);
  });

  /** @param may - by permission and entity */
  function decide(may: (permission: string, ref?: string) => boolean) {
    app.permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission, resourceRef }: any) => ({
        result: may(permission.name, resourceRef) ? 'ALLOW' : 'DENY',
      })),
    );
  }

  const user = mockCredentials.user.header(ANN);
  const service = mockCredentials.service.header();
  const ask = (rest: object = {}, as: string = user) =>
    app.post('/exemptions', asked(rest), as);
  const withdraw = (id: string, as: string = user) =>
    app.post(`/exemptions/${id}/withdraw`, {}, as);
  const list = (query = '', as: string = user) =>
    app.get(`/exemptions${query}`, as);

  it('are for those who are signed in, and asked for by people', async () => {
    const { body } = await ask();
    for (const as of [
      mockCredentials.none.header(),
      mockCredentials.user.invalidHeader(),
    ]) {
      expect((await list('', as)).status).toBe(401);
      expect((await ask({}, as)).status).toBe(401);
      expect((await withdraw(body.id, as)).status).toBe(401);
    }
    expect((await list('', service)).status).toBe(200);
    expect((await ask({}, service)).status).toBe(403);
    expect((await withdraw(body.id, service)).status).toBe(403);
  });

  it.each([
    ['users of no group', () => (app.ownership = [ANN])],
    ['the board', () => (app.ownership = ['group:default/payments-board'])],
    [
      'owners without the permission',
      () => decide((name, ref) => name !== REQUEST || ref === LEDGER),
    ],
  ])('are shown to %s, who may not ask', async (_, set) => {
    const { body } = await ask();
    set();
    app.audited.length = 0;
    expect((await list()).body.items).toHaveLength(1);
    expect((await ask({ checkId: 'logs' })).status).toBe(403);
    expect((await withdraw(body.id)).status).toBe(403);
    expect(app.audited).toEqual(
      ['exemption-request', 'exemption-withdraw'].map(eventId => ({
        eventId,
        severityLevel: 'medium',
        outcome: expect.objectContaining({ name: 'NotAllowedError' }),
      })),
    );
  });

  it.each(['autonomy.entity.read', 'catalog.entity.read'])(
    'do not exist for whoever lacks %s',
    async permission => {
      const { body } = await ask();
      decide((name, ref) => name !== permission || ref !== CHECKOUT);
      const answers = [
        await ask({ checkId: 'logs' }),
        await ask({ entityRef: 'component:default/nobody' }),
        await withdraw(body.id),
        await withdraw('nobody'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      app.permissions.authorizeConditional.mockImplementation(async requests =>
        requests.map(({ permission: { name } }: any) => ({
          result: name === permission ? 'DENY' : 'ALLOW',
        })),
      );
      expect((await list()).body).toEqual({ items: [], pageInfo: {} });
      app.permissions.authorizeConditional.mockImplementation(async requests =>
        requests.map(() => ({ result: 'ALLOW' as const })),
      );
    },
  );

  it('are asked for, listed and taken back, without an effect', async () => {
    const before = await app.get('/entities/component/default/checkout');
    const answer = await ask({
      entityRef: 'Component:Default/Checkout',
      reason: '  The new collector\ncomes in May ',
    });
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        id: expect.any(String),
        entityRef: CHECKOUT,
        checkId: 'tracing',
        reason: 'The new collector comes in May',
        state: 'requested',
        proposalId: expect.any(String),
        requestedBy: ANN,
        requestedAt: expect.any(Number),
        expiresAt: expect.any(Number),
      },
    ]);
    const { id } = answer.body;
    const again = await ask();
    expect([again.status, again.body.error.name]).toEqual([
      409,
      'ConflictError',
    ]);
    expect(again.body.error.message).toContain(id);

    expect((await ask({ entityRef: LEDGER })).status).toBe(201);
    const first = await list('?limit=1');
    expect(first.body.items).toHaveLength(1);
    const { nextCursor } = first.body.pageInfo;
    const second = await list(`?limit=1&cursor=${nextCursor}`);
    expect(second.body.items[0].id).toBe(id);
    expect(second.body.pageInfo).toEqual({});
    expect(
      (await list(`?entity=${CHECKOUT}&state=requested&state=denied`)).body
        .items,
    ).toEqual([answer.body]);
    expect((await list('?state=denied')).body.items).toEqual([]);

    const withdrawn = await withdraw(id);
    expect(withdrawn.body).toMatchObject({ id, state: 'withdrawn' });
    expect((await withdraw(id)).body).toEqual(withdrawn.body);
    expect(
      (await app.get('/entities/component/default/checkout')).body.readiness,
    ).toEqual(before.body.readiness);
    expect(app.audited).toContainEqual({
      eventId: 'exemption-request',
      severityLevel: 'medium',
      outcome: { exemptionId: id, expiresAt: answer.body.expiresAt },
    });
    expect(app.audited).toContainEqual({
      eventId: 'exemption-withdraw',
      severityLevel: 'medium',
      outcome: { checkId: 'tracing', entityRef: CHECKOUT },
    });
  });

  it('are told to the board once', async () => {
    const recipients = () => knex('notice_recipients').pluck('recipient_ref');
    await knex('notice_recipients').delete();
    await ask();
    expect(await recipients()).toEqual(['group:default/payments-board']);
    await knex('notice_recipients').delete();
    expect((await ask()).status).toBe(409);
    expect(await recipients()).toEqual([]);
  });

  it('are not taken back once they are decided', async () => {
    const { id } = (await ask()).body;
    await knex('exemption_requests')
      .where({ id })
      .update({ decision: 'denied', decided_at: Date.now() });
    const answer = await withdraw(id);
    expect([answer.status, answer.body.error.message]).toEqual([
      409,
      `Exemption ${id} is decided already: it is denied`,
    ]);
  });

  it.each([
    ['a check that it does not have', { checkId: 'nope' }, /it does not have/],
    [
      'an item of accountability',
      { checkId: 'accountable-owner' },
      /nobody is exempt/,
    ],
    ['a short reason', { reason: ' because \n' }, /reason: .*10 to 1000/],
    ['no reason', { reason: undefined }, /reason/],
    ['the past', { expiresAt: inDays(-1) }, /in the future/],
    ['too long', { expiresAt: inDays(91) }, /at most 90 days ahead/],
    ['no zone', { expiresAt: '2026-12-01T00:00:00' }, /with zone/],
    ['no entity', { entityRef: 'checkout' }, /an entity ref/],
    [
      'somebody else',
      { requestedBy: 'user:default/bob' },
      /requestedBy|addition/,
    ],
  ])('are not granted for %s', async (_, rest, message) => {
    const answer = await ask(rest);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(await knex('exemption_requests')).toEqual([]);
  });

  it.each(['?state=open', '?entity=checkout', '?limit=201', '?cursor=x'])(
    'are not listed by %s',
    async query => {
      expect((await list(query)).status).toBe(400);
    },
  );
});
