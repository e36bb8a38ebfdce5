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
const BOB = 'user:default/bob';
const TEAM = 'group:default/team-a';
const BOARD = 'group:default/payments-board';
const CHECKOUT = 'component:default/checkout';
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

describe('grants over HTTP', () => {
  let knex: Knex;
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    app = await startAutonomy({
      knex,
      entities: [
        ...organisation(),
        entity('payments-board', { kind: 'Group', members: [BOB] }),
      ],
      config: { boardsWithoutPermissions: true },
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await knex('grants').delete();
    await knex('proposals').delete();
    app.audited.length = 0;
  });

  const service = mockCredentials.service.header();
  const propose = (rest: object = {}, who = ANN, groups = [TEAM]) => {
    app.ownership = [who, ...groups];
    return app.post(
      '/grants',
      {
        entityRef: CHECKOUT,
        area: 'tooling',
        right: 5,
        reason: 'The team has the record for it',
        expiresAt: inDays(30),
        ...rest,
      },
      mockCredentials.user.header(who),
    );
  };
  const change = (path: string, body: object, who = BOB, groups = [BOARD]) => {
    app.ownership = [who, ...groups];
    return app.post(path, body, mockCredentials.user.header(who));
  };
  const reason = 'It was not what we thought';

  it('are for those who are signed in, and proposed by people', async () => {
    const { body } = await propose();
    const expiresAt = inDays(3);
    const calls: [string, object][] = [
      [
        '/grants',
        { entityRef: CHECKOUT, area: 'budget', right: 5, reason, expiresAt },
      ],
      [`/grants/${body.id}/revoke`, { reason }],
      [`/grants/${body.id}/renew`, { reason, expiresAt }],
    ];
    for (const [path, sent] of calls) {
      const answers = [
        await app.post(path, sent, mockCredentials.none.header()),
        await app.post(path, sent, service),
      ];
      expect([path, ...answers.map(({ status }) => status)]).toEqual([
        path,
        401,
        403,
      ]);
    }
    expect(await knex('grants')).toHaveLength(1);
    expect((await app.get('/grants', service)).status).toBe(200);
  });

  it('go from the request to the decision and its end', async () => {
    const asked = await propose();
    expect([asked.status, asked.body]).toEqual([
      201,
      expect.objectContaining({
        state: 'proposed',
        boardRef: BOARD,
        openedBy: ANN,
        recommended: expect.any(Number),
        may: { revoke: false, renew: false },
      }),
    ]);
    expect((await propose()).status).toBe(409);
    const { id, proposalId } = asked.body;
    const vote = { vote: 'approve', comment: 'They have earned it by now' };
    const own = await change(`/proposals/${proposalId}/votes`, vote, ANN, [
      TEAM,
    ]);
    expect(own.status).toBe(403);
    const voted = await change(`/proposals/${proposalId}/votes`, vote);
    expect([voted.status, voted.body.state]).toEqual([200, 'approved']);
    const listed = await app.get(
      `/grants?entity=${CHECKOUT}&board=${BOARD}&state=in-force`,
      mockCredentials.user.header(BOB),
    );
    expect(listed.body.items).toEqual([
      expect.objectContaining({ id, may: { revoke: true, renew: false } }),
    ]);
    const early = await change(`/grants/${id}/renew`, {
      reason,
      expiresAt: inDays(40),
    });
    expect(early.status).toBe(409);
    const revoked = await change(`/grants/${id}/revoke`, { reason });
    expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked']);
    expect(app.audited.map(({ eventId }) => eventId)).toEqual(
      expect.arrayContaining(['grant-propose', 'grant-renew', 'grant-revoke']),
    );
  });

  it.each([
    ['an unknown area', { area: 'cooking' }, /area/],
    ['what is recommended', { right: 1 }, /right/],
    ['the past', { expiresAt: inDays(-1) }, /expiresAt/],
    ['no reason', { reason: undefined }, /reason/],
  ])('are not proposed for %s', async (_, rest, message) => {
    const answer = await propose(rest);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(await knex('grants')).toEqual([]);
  });

  it.each(['?state=open', '?entity=checkout', '?limit=201', '?cursor=x'])(
    'are not listed by %s',
    async query => {
      expect((await app.get(`/grants${query}`)).status).toBe(400);
    },
  );
});
