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

const BOARD = 'group:default/payments-board';
const CENTRE = 'group:default/architects';
const TEAM_A = 'group:default/team-a';
const TEAM_B = 'group:default/team-b';
const CHECKOUT = 'component:default/checkout';
const ARTICLES = 'component:default/articles';
const REASON = 'The gate has been switched on again';

/** Whoever takes part, with what they belong to. */
const PEOPLE: Record<string, string[]> = {
  ann: [TEAM_A],
  ben: [TEAM_B, BOARD],
  bob: [BOARD],
  cat: [BOARD],
  cleo: [CENTRE],
  nobody: [],
};

const BYPASS = {
  matter: 'bypass',
  entityRef: CHECKOUT,
  source: 'pager',
  incidentId: '1',
  wanted: 'clear',
  reason: REASON,
};

const CROSSING = {
  matter: 'cross-domain',
  entityRef: CHECKOUT,
  title: 'One gateway for everybody',
  domainRefs: ['domain:default/payments', 'domain:default/content'],
  reason: 'Two gateways are one too many',
};

describe('proposals over HTTP', () => {
  let knex: Knex;
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    const group = (name: string, ...members: string[]) =>
      entity(name, {
        kind: 'Group',
        members: members.map(each => `user:default/${each}`),
      });
    app = await startAutonomy({
      knex,
      entities: [
        ...organisation(),
        group('payments-board', 'ben', 'bob', 'cat'),
        group('architects', 'cleo'),
      ],
      config: { boardsWithoutPermissions: true, centralBoard: CENTRE },
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await knex('proposals').delete();
    await knex('incident_proposals').delete();
    await knex('incidents').delete();
    app.audited.length = 0;
    app.permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: 'ALLOW' })),
    );
  });

  /** An incident of the checkout that is a bypass, which the board agreed on. */
  async function bypass(causedBy?: string) {
    await app.post('/incidents', {
      items: [
        {
          id: '1',
          source: 'pager',
          entityRef: CHECKOUT,
          title: 'Gate switched off',
          severity: 'high',
          areas: ['deployment'],
          startedAt: new Date(Date.now() - 3_600_000).toISOString(),
        },
      ],
    });
    await knex('incidents').update({
      class: 'bypass',
      classified_at: Date.now(),
      caused_by: causedBy ?? null,
    });
  }

  const as = (name: string) => {
    const authorization = mockCredentials.user.header(`user:default/${name}`);
    const asking = () => {
      app.ownership = [`user:default/${name}`, ...PEOPLE[name]];
    };
    const post = (path: string, body: unknown) => {
      asking();
      return app.post(`/proposals${path}`, body, authorization);
    };
    return {
      propose: (body: unknown) => post('', body),
      vote: (id: string, vote: string) =>
        post(`/${id}/votes`, { vote, comment: `${name} says so` }),
      withdraw: (id: string) => post(`/${id}/withdraw`, {}),
      appeal: (id: string, reason = 'It was not read to its end') =>
        post(`/${id}/appeal`, { reason }),
      get: async (id: string) => {
        asking();
        return (await app.get(`/proposals/${id}`, authorization)).body;
      },
    };
  };
  const ann = as('ann');
  const ben = as('ben');
  const bob = as('bob');
  const cat = as('cat');
  const cleo = as('cleo');

  const ask = async (who: typeof ann, body: unknown) => {
    const answer = await who.propose(body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  const incident = async () =>
    (await app.get('/incidents/pager/1')).body as { class: string };

  it('clear a bypass by the votes of its board', async () => {
    await bypass();
    const asked = await ask(ann, BYPASS);
    expect(asked).toMatchObject({
      matter: 'bypass',
      entityRef: CHECKOUT,
      boardRef: BOARD,
      openedBy: 'user:default/ann',
      reason: REASON,
      state: 'open',
      content: { source: 'pager', incidentId: '1', wanted: 'clear' },
      tally: { approvals: 0, rejections: 0, quorum: 2 },
      may: { vote: false, withdraw: true, appeal: false },
    });
    expect((await ann.propose(BYPASS)).status).toBe(409);
    expect((await bob.get(asked.id)).may).toMatchObject({ vote: true });
    expect((await bob.vote(asked.id, 'approve')).body).toMatchObject({
      state: 'open',
      tally: { approvals: 1 },
      may: { vote: false, voteRefusal: { because: 'voted' } },
    });
    expect((await incident()).class).toBe('bypass');
    expect((await bob.vote(asked.id, 'approve')).status).toBe(409);
    expect((await cat.vote(asked.id, 'approve')).body).toMatchObject({
      state: 'approved',
      tally: { approvals: 2, quorum: 2 },
      may: { vote: false, withdraw: false, appeal: false },
    });
    expect((await incident()).class).toBe('none');
    expect((await ann.propose(BYPASS)).status).toBe(409);
  });

  it('are not voted on by owners of what else they concern', async () => {
    await bypass(ARTICLES);
    const { id } = await ask(ann, BYPASS);
    const refusal = `Whoever owns ${ARTICLES} does not decide about this: it gains or loses by it`;
    expect((await ben.get(id)).may).toMatchObject({
      vote: false,
      voteRefusal: { because: 'concerned', entityRef: ARTICLES },
    });
    const refused = await ben.vote(id, 'approve');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(refusal);
    expect((await bob.get(id)).may.vote).toBe(true);
    expect(await knex('proposal_votes')).toEqual([]);
  });

  it('need no more votes than those who are not concerned can give', async () => {
    // Of the board only Bob and Cat are left, and one of them asks.
    await bypass(ARTICLES);
    PEOPLE.cat.push(TEAM_B);
    await knex('entity_relations').insert({
      source_ref: TEAM_B,
      type: 'hasMember',
      target_ref: 'user:default/cat',
    });
    try {
      const asked = await ask(ann, BYPASS);
      expect(asked.tally.quorum).toBe(1);
      expect((await cat.vote(asked.id, 'approve')).status).toBe(403);
      expect((await bob.vote(asked.id, 'approve')).body.state).toBe('approved');
    } finally {
      PEOPLE.cat.pop();
      await knex('entity_relations')
        .where({ source_ref: TEAM_B, target_ref: 'user:default/cat' })
        .delete();
    }
  });

  it('ask the central board about several domains', async () => {
    const asked = await ask(ann, CROSSING);
    expect(asked).toMatchObject({
      matter: 'cross-domain',
      boardRef: CENTRE,
      content: {
        title: CROSSING.title,
        domainRefs: ['domain:default/content', 'domain:default/payments'],
      },
      tally: { quorum: 1 },
    });
    expect((await bob.vote(asked.id, 'approve')).status).toBe(403);
    expect((await as('nobody').propose(CROSSING)).status).toBe(403);
    // The same in another order is the same.
    const domainRefs = [...CROSSING.domainRefs].reverse();
    expect((await ann.propose({ ...CROSSING, domainRefs })).status).toBe(409);
    const { body } = await cleo.vote(asked.id, 'reject');
    expect(body).toMatchObject({
      state: 'rejected',
      votes: [{ voterRef: 'user:default/cleo', vote: 'reject' }],
    });
    // Nobody is above the central board.
    expect((await ann.appeal(asked.id)).status).toBe(409);
  });

  it.each([
    [
      { ...CROSSING, matter: 'promotion' },
      'allowed values: cross-domain, bypass',
    ],
    [{ ...CROSSING, title: 'No' }, 'Invalid title'],
    [
      { ...CROSSING, domainRefs: ['domain:default/payments'] },
      'Invalid domainRefs: expected a list of 2 to 20 domains',
    ],
    [
      {
        ...CROSSING,
        domainRefs: ['domain:default/payments', 'domain:default/x'],
      },
      'Invalid domainRefs: expected domains of the catalog, found domain:default/x',
    ],
    [{ ...BYPASS, reason: 'Short' }, 'Invalid reason'],
    [{ ...BYPASS, more: true }, 'must NOT have additional properties'],
  ])('are not taken as %j', async (body, message) => {
    const answer = await ann.propose(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
    expect(await knex('proposals')).toEqual([]);
  });

  it('are taken back by those who asked, while they are open', async () => {
    await bypass();
    const { id } = await ask(ann, BYPASS);
    expect((await bob.withdraw(id)).status).toBe(403);
    const { body, status } = await ann.withdraw(id);
    expect({ body, status }).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', may: { vote: false, withdraw: false } },
    });
    expect((await ann.withdraw(id)).status).toBe(409);
    expect((await bob.vote(id, 'approve')).status).toBe(409);
    expect((await ann.withdraw('nothing')).status).toBe(404);
    expect((await incident()).class).toBe('bypass');
    // It can be asked again.
    await ask(ann, BYPASS);
  });

  it('are taken to the central board once when they are rejected', async () => {
    await bypass();
    const first = await ask(ann, BYPASS);
    expect((await ann.appeal(first.id)).status).toBe(409);
    await bob.vote(first.id, 'reject');
    await cat.vote(first.id, 'reject');
    expect(await ann.get(first.id)).toMatchObject({
      state: 'rejected',
      appealUntil: expect.any(Number),
      may: { appeal: true },
    });
    expect((await bob.appeal(first.id)).status).toBe(403);
    expect((await ann.appeal(first.id, 'Short')).status).toBe(400);
    const { body: appeal, status } = await ann.appeal(first.id);
    expect(status).toBe(201);
    expect(appeal).toMatchObject({
      appealOf: first.id,
      boardRef: CENTRE,
      state: 'open',
      content: first.content,
    });
    expect(await ann.get(first.id)).toMatchObject({
      appealId: appeal.id,
      may: { appeal: false },
    });
    expect((await ann.appeal(first.id)).status).toBe(409);
    expect((await bob.vote(appeal.id, 'approve')).status).toBe(403);
    const { body } = await cleo.vote(appeal.id, 'approve');
    expect(body).toMatchObject({ state: 'approved' });
    expect((await incident()).class).toBe('none');
  });

  it('are written down with everything that was said, in an unbroken chain', async () => {
    const chain = 'domain:default/payments';
    const before = (await knex('audit_log').where({ chain })).length;
    await bypass();
    const { id } = await ask(ann, BYPASS);
    await bob.vote(id, 'approve');
    await cat.vote(id, 'approve');
    const log = (
      await knex('audit_log').where({ chain }).orderBy('sequence')
    ).slice(before);
    expect(
      log.map(({ action, actor_ref: who }) => [who, action]).sort(),
    ).toEqual([
      ['user:default/ann', 'proposal-opened'],
      ['user:default/bob', 'proposal-voted'],
      ['user:default/cat', 'proposal-approved'],
    ]);
    const { body } = await app.get(
      '/audit-log/verification?chain=domain:default/payments',
    );
    expect(body).toMatchObject({ intact: true, entries: log.length + before });
    expect(app.audited.map(({ eventId }) => eventId)).toEqual([
      'incident-ingest',
      'proposal-open',
      'proposal-vote',
      'proposal-vote',
      'audit-log-verify',
    ]);
  });
});
