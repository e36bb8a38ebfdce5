import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(120_000);

const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const TEAM = 'group:default/team-a';
const BOARD = 'group:default/payments-board';
const CHECKOUT = 'component:default/checkout';
const ARTICLES = 'component:default/articles';
const SEARCH = 'component:default/search';
const CLASSIFY = 'autonomy.incident.classify';
const ODD_ID = 'a/b c?d%e';
const HOUR = 3_600_000;

/** An instant some hours ago, as it is sent. */
const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * HOUR).toISOString();

const item = (id: string, rest: object = {}) => ({
  id,
  source: 'pager',
  entityRef: CHECKOUT,
  title: 'Down',
  severity: 'high',
  areas: ['deployment'],
  startedAt: '2026-01-10T08:00:00Z',
  occurredAt: '2026-01-10T09:00:00Z',
  ...rest,
});

describe.each(databases.eachSupportedId())('incidents on %s', databaseId => {
  let knex: Knex;
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    app = await startAutonomy({
      knex,
      entities: [...organisation(), entity('orphan')],
      config: { boardsWithoutPermissions: true },
    });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await knex('incidents').delete();
    await knex('incident_proposals').delete();
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

  const push = (...items: object[]) => app.post('/incidents', { items });
  const urlOf = (id: string) => `/incidents/pager/${encodeURIComponent(id)}`;
  const get = async (id: string) => (await app.get(urlOf(id))).body;

  /** Whoever asks, with what they belong to. */
  const as = (user: string, ...groups: string[]) => {
    const authorization = mockCredentials.user.header(user);
    const belongs = () => {
      app.ownership = [user, ...groups];
    };
    return {
      patch(id: string, body: object) {
        belongs();
        return request(app.server)
          .patch(`/api/autonomy/v1${urlOf(id)}`)
          .set('authorization', authorization)
          .send(body);
      },
      async decide(id: string, decision: string, proposalId?: string) {
        const [pending] = (await get(id)).proposals ?? [];
        belongs();
        return app.post(
          `${urlOf(id)}/proposals/${proposalId ?? pending.id}/decision`,
          { decision },
          authorization,
        );
      },
    };
  };
  const owner = as(ANN, TEAM);
  const board = as(BOB, BOARD);
  const nobody = as(BOB, 'group:default/team-b');
  const receiver = as(BOB, 'group:default/team-b');

  describe('reading', () => {
    beforeEach(() =>
      push(
        item('1'),
        item('2', { startedAt: '2026-02-10T08:00:00Z' }),
        item(ODD_ID, {
          entityRef: ARTICLES,
          startedAt: '2026-01-05T08:00:00Z',
          resolvedAt: '2026-01-05T09:00:00Z',
          causedBy: 'external',
        }),
        item('9', { entityRef: 'component:default/unheard-of' }),
      ),
    );
    const ids = async (query = '') =>
      (await app.get(`/incidents${query}`)).body.items.map(({ id }: any) => id);

    it('pages through what there is, the newest first', async () => {
      expect(await ids()).toEqual(['2', '1', ODD_ID]);
      expect(await ids(`?entity=${CHECKOUT}`)).toEqual(['2', '1']);
      expect(await ids('?open=false')).toEqual([ODD_ID]);
      expect(await ids('?open=true')).toEqual(['2', '1']);
      expect(await ids('?pending=true')).toEqual([ODD_ID]);
      expect(await ids('?pending=false')).toEqual(['2', '1']);
      await knex('incidents')
        .where('incident_id', '1')
        .update({ caused_by: ARTICLES });
      expect(await ids(`?entity=${ARTICLES}`)).toEqual(['1', ODD_ID]);

      const { body } = await app.get('/incidents?limit=2');
      const { nextCursor } = body.pageInfo;
      expect(await ids(`?limit=2&cursor=${nextCursor}`)).toEqual([ODD_ID]);
      for (const query of ['?cursor=x', '?entity=x', '?limit=0', '?open=x']) {
        expect((await app.get(`/incidents${query}`)).status).toBe(400);
      }
    });

    it('shows nothing of what may not be read', async () => {
      const denied = { result: AuthorizeResult.DENY } as const;
      app.permissions.authorizeConditional.mockResolvedValue([denied, denied]);
      expect(await ids()).toEqual([]);
      app.permissions.authorizeConditional.mockImplementation(
        async requests =>
          requests.map(({ permission }: any) =>
            permission.name === 'autonomy.entity.read'
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'autonomy',
                  resourceType: 'autonomy-entity',
                  conditions: {
                    rule: 'IS_ENTITY_OWNER',
                    resourceType: 'autonomy-entity',
                    params: { claims: ['group:default/team-b'] },
                  },
                }
              : { result: AuthorizeResult.ALLOW },
          ) as any,
      );
      expect(await ids()).toEqual([ODD_ID]);

      // Only the catalog knows this rule.
      app.permissions.authorizeConditional.mockResolvedValue([
        { result: AuthorizeResult.ALLOW },
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: { rule: 'CUSTOM', resourceType: 'catalog-entity' },
        },
      ]);
      const { entities } = app.catalog;
      app.catalog.remove('articles');
      expect(await ids()).toEqual(['2', '1']);
      // As after a request that ended before it found the next one.
      const cursor = Buffer.from('{"skip":1}').toString('base64url');
      expect(await ids(`?cursor=${cursor}`)).toEqual(['1']);
      app.catalog.entities = entities;

      decide((_, ref) => ref !== CHECKOUT);
      const unreadable = await app.get(urlOf('1'));
      const unknown = await app.get(urlOf('7'));
      expect([unreadable.status, unknown.status]).toEqual([404, 404]);
      expect(unreadable.body.error.message.replace('1', '7')).toBe(
        unknown.body.error.message,
      );
      expect((await app.get(urlOf('9'))).status).toBe(404);
      expect((await get(ODD_ID)).entityRef).toBe(ARTICLES);
      expect((await owner.patch('1', { severity: 'critical' })).status).toBe(
        404,
      );
    });

    it('shows what counts and what is undecided', async () => {
      expect(await get(ODD_ID)).toEqual({
        id: ODD_ID,
        source: 'pager',
        entityRef: ARTICLES,
        title: 'Down',
        severity: 'high',
        areas: ['deployment'],
        startedAt: Date.parse('2026-01-05T08:00:00Z'),
        resolvedAt: Date.parse('2026-01-05T09:00:00Z'),
        recordedAt: expect.any(Number),
        updatedAt: expect.any(Number),
        class: 'none',
        irreversible: false,
        consequences: expect.objectContaining({ deployment: 'medium' }),
        disputed: false,
        proposals: [
          {
            id: expect.any(String),
            field: 'causedBy',
            value: 'external',
            proposedBy: 'source:pager',
            proposedAt: expect.any(Number),
          },
        ],
      });
    });
  });

  describe('an owner', () => {
    beforeEach(() => push(item('1', { severity: 'medium' })));

    it('says at once what makes it no better, and writes the review', async () => {
      const review = {
        completedAt: hoursAgo(3),
        actions: [{ title: 'Mend it', closedAt: hoursAgo(1) }],
      };
      const { body, status } = await owner.patch('1', {
        severity: 'high',
        irreversible: true,
        affected: [ARTICLES],
        review,
      });
      expect(status).toBe(200);
      const edited = {
        severity: 'high',
        irreversible: true,
        affected: [ARTICLES],
        review: {
          completedAt: Date.parse(review.completedAt),
          actions: [
            {
              title: 'Mend it',
              closedAt: Date.parse(review.actions[0].closedAt),
            },
          ],
        },
        disputed: false,
        proposals: [],
      };
      expect(body).toMatchObject(edited);
      // The source knows nothing of it, and takes nothing of it back.
      await push(
        item('1', { severity: 'medium', occurredAt: '2026-01-20T00:00:00Z' }),
      );
      expect(await get('1')).toMatchObject({
        ...edited,
        proposals: [{ field: 'severity', value: 'medium' }],
      });
      expect(app.audited).toContainEqual({
        eventId: 'incident-edit',
        severityLevel: 'high',
        outcome: { entityRef: CHECKOUT, pending: 0 },
      });
    });

    it('has to ask for what makes it better, with a reason and once', async () => {
      const dispute = {
        severity: 'low',
        causedBy: 'external',
        class: 'legal',
        reason: 'The cable was cut.',
      };
      expect(
        (await owner.patch('1', { ...dispute, reason: undefined })).status,
      ).toBe(400);
      await owner.patch('1', dispute);
      const { body } = await owner.patch('1', dispute);
      expect(body).toMatchObject({
        severity: 'medium',
        class: 'none',
        disputed: true,
      });
      expect(body.causedBy).toBeUndefined();
      expect(
        body.proposals
          .map(({ field, proposedBy, reason }: any) => [
            field,
            proposedBy,
            reason,
          ])
          .sort(),
      ).toEqual([
        ['causedBy', ANN, dispute.reason],
        ['class', ANN, dispute.reason],
        ['severity', ANN, dispute.reason],
      ]);
      expect((await owner.decide('1', 'accepted')).status).toBe(403);
    });

    it.each([
      [
        'that no action is needed',
        {
          review: { completedAt: '2026-01-12T08:00:00Z', noActionNeeded: true },
        },
        403,
      ],
      [
        'a review of long ago',
        { review: { completedAt: '2026-01-12T08:00:00Z' } },
        400,
      ],
      [
        'an action of long ago',
        {
          review: {
            completedAt: hoursAgo(1),
            actions: [{ title: 'Mend it', closedAt: hoursAgo(25) }],
          },
        },
        400,
      ],
      [
        'an end of before it started',
        { resolvedAt: '2026-01-01T08:00:00Z', reason: 'x' },
        400,
      ],
      [
        'a review of before it started',
        { review: { completedAt: '2026-01-01T08:00:00Z' } },
        400,
      ],
      [
        'a review to come',
        { review: { completedAt: '2999-01-01T08:00:00Z' } },
        400,
      ],
      [
        'a cause that nobody knows',
        { causedBy: 'component:default/nobody', reason: 'x' },
        400,
      ],
      ['a cause that is none', { causedBy: 'us', reason: 'x' }, 400],
      ['another field', { title: 'Up' }, 400],
      ['nothing', {}, 400],
    ])('cannot say %s', async (_, patch, expected) => {
      expect((await owner.patch('1', patch)).status).toBe(expected);
      expect(await get('1')).toMatchObject({ severity: 'medium' });
    });

    it('keeps to what was written and agreed on', async () => {
      const told = {
        completedAt: '2026-01-12T08:00:00Z',
        actions: [
          { title: 'Mend it', closedAt: '2026-01-13T08:00:00Z' },
          { title: 'Test it' },
        ],
      };
      await push(
        item('1', { occurredAt: '2026-01-20T00:00:00Z', review: told }),
      );
      const write = async (review: object) =>
        (await owner.patch('1', { review })).status;
      expect(await write({ ...told, actions: [told.actions[0]] })).toBe(403);
      const [done, open] = told.actions;
      const closed = { ...open, closedAt: hoursAgo(2) };
      expect(await write({ ...told, actions: [done, closed] })).toBe(200);
      expect(await write({ ...told, actions: [closed] })).toBe(200);
      const { body } = await board.patch('1', {
        review: { ...told, actions: [] },
      });
      expect(body.review.actions).toEqual([]);
    });

    it('asks for an end that the source does not tell', async () => {
      const resolvedAt = '2026-01-11T08:00:00.000Z';
      const body = { resolvedAt, reason: 'It was over.' };
      expect((await owner.patch('1', { resolvedAt })).status).toBe(400);
      const asked = await owner.patch('1', body);
      expect(asked.body).toMatchObject({
        disputed: true,
        proposals: [{ field: 'resolvedAt', value: resolvedAt }],
      });
      expect(asked.body.resolvedAt).toBeUndefined();
      const decided = await board.decide('1', 'accepted');
      expect(decided.body).toMatchObject({
        resolvedAt: Date.parse(resolvedAt),
        proposals: [],
      });
      expect((await app.get('/incidents?open=true')).body.items).toEqual([]);
    });

    it('cannot take back that it was irreversible', async () => {
      await owner.patch('1', { irreversible: true });
      const { status } = await owner.patch('1', { irreversible: false });
      expect(status).toBe(403);
    });
  });

  describe('a board', () => {
    beforeEach(() => push(item('1')));

    it('says at once, in writing where it is a class', async () => {
      expect((await board.patch('1', { class: 'bypass' })).status).toBe(400);
      const { body } = await board.patch('1', {
        severity: 'low',
        causedBy: ARTICLES,
        class: 'bypass',
        review: {
          completedAt: '2026-01-12T08:00:00Z',
          noActionNeeded: true,
        },
        reason: 'Gate switched off by hand.',
      });
      expect(body).toMatchObject({
        severity: 'low',
        causedBy: ARTICLES,
        class: 'bypass',
        classifiedAt: expect.any(Number),
        review: { noActionNeeded: true },
        proposals: [],
      });
      const trustOf = async (name: string) => {
        const url = `/entities/component/default/${name}`;
        const { trust } = (await app.get(url)).body;
        return trust.find(({ area }: any) => area === 'deployment');
      };
      // Both sides of the move are evaluated again.
      await app.eventually(
        () => trustOf('articles'),
        ({ lines }) => lines.some(({ kind }: any) => kind === 'bypass'),
      );
      await app.eventually(
        () => trustOf('checkout'),
        ({ lines }) => !lines.some(({ kind }: any) => kind === 'incident'),
      );
      // The owners rewrite the review; the board's word stays with the one it was given for.
      await owner.patch('1', {
        review: { completedAt: '2026-01-12T08:00:00Z' },
      });
      expect((await get('1')).review.noActionNeeded).toBe(true);
      await owner.patch('1', { review: { completedAt: hoursAgo(1) } });
      expect((await get('1')).review.noActionNeeded).toBeUndefined();
    });

    it('ends what no source ends, in writing', async () => {
      const resolvedAt = '2026-01-11T08:00:00Z';
      expect((await board.patch('1', { resolvedAt })).status).toBe(400);
      const { body } = await board.patch('1', { resolvedAt, reason: 'Over.' });
      expect(body.resolvedAt).toBe(Date.parse(resolvedAt));
      await push(
        item('1', {
          occurredAt: '2026-01-20T09:00:00Z',
          resolvedAt: '2026-01-20T08:00:00Z',
        }),
      );
      const late = await board.patch('1', { resolvedAt, reason: 'Over.' });
      expect(late.status).toBe(400);
      expect((await get('1')).resolvedAt).toBe(
        Date.parse('2026-01-20T08:00:00Z'),
      );
    });

    it('decides what a source would take away', async () => {
      await push(
        item('1', {
          occurredAt: '2026-01-20T09:00:00Z',
          areas: ['operations'],
          startedAt: '2026-01-09T08:00:00Z',
        }),
      );
      expect(await get('1')).toMatchObject({
        areas: ['deployment', 'operations'],
        startedAt: Date.parse('2026-01-10T08:00:00Z'),
        proposals: [{}, {}],
      });
      expect((await owner.decide('1', 'accepted')).status).toBe(403);
      await board.decide('1', 'accepted');
      const { body } = await board.decide('1', 'accepted');
      expect(body).toMatchObject({
        areas: ['operations'],
        startedAt: Date.parse('2026-01-09T08:00:00Z'),
        proposals: [],
      });
    });

    it('decides what was asked, once', async () => {
      await owner.patch('1', { class: 'bypass', reason: 'It was us.' });
      const { id, proposalId } = (await get('1')).proposals[0];
      expect((await app.get(`/proposals/${proposalId}`)).body).toMatchObject({
        matter: 'incident',
        state: 'open',
        content: { changeId: id },
      });
      const { body, status } = await board.decide('1', 'accepted');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        class: 'bypass',
        classifiedAt: expect.any(Number),
        disputed: false,
        proposals: [],
      });
      expect((await board.decide('1', 'declined', id)).status).toBe(409);
      expect((await board.decide('1', 'declined', 'x')).status).toBe(404);

      await owner.patch('1', { severity: 'low', reason: 'Nobody felt it.' });
      const declined = await board.decide('1', 'declined');
      expect(declined.body).toMatchObject({ severity: 'high', proposals: [] });
      expect(
        app.audited.filter(({ eventId }) => eventId === 'incident-decide'),
      ).toHaveLength(4);
    });

    it('does not decide on its own matter', async () => {
      await owner.patch('1', { severity: 'low', reason: 'Nobody felt it.' });
      const asked = as(ANN, BOARD);
      expect((await asked.decide('1', 'accepted')).status).toBe(403);
      expect((await asked.patch('1', { severity: 'low' })).status).toBe(403);
      // Nor by way of somebody else's proposal of the same.
      const [own] = (await get('1')).proposals;
      await knex('incident_proposals').insert({
        ...(await knex('incident_proposals').first()),
        id: 'same',
        proposed_by: 'source:pager',
      });
      expect((await asked.decide('1', 'accepted', 'same')).status).toBe(403);
      expect((await get('1')).proposals).toHaveLength(2);
      expect(own.proposedBy).toBe(ANN);
      expect(await get('1')).toMatchObject({ severity: 'high' });
    });

    it('does not decide alone on what is also theirs', async () => {
      const both = as(BOB, TEAM, BOARD);
      const patch = (body: object) =>
        both.patch('1', { ...body, reason: 'We looked into it.' });
      // What makes it worse is said at once.
      expect((await patch({ class: 'bypass' })).body.class).toBe('bypass');
      const cleared = await patch({ class: 'none' });
      expect(cleared.status).toBe(409);
      expect(cleared.body.error.message).toContain(
        'propose to the board to clear or to renew it',
      );
      const { body } = await patch({
        severity: 'low',
        causedBy: 'external',
        resolvedAt: hoursAgo(1),
      });
      expect(body).toMatchObject({ severity: 'high', class: 'bypass' });
      expect(body.proposals).toHaveLength(3);
      expect([body.causedBy, body.resolvedAt]).toEqual([undefined, undefined]);
      const completedAt = hoursAgo(1);
      for (const [word, expected] of [
        [{ review: { completedAt, noActionNeeded: true } }, 403],
        [{ irreversible: true }, 200],
        [{ irreversible: false }, 403],
      ] as const) {
        expect((await patch(word)).status).toBe(expected);
      }
      // Nor on what a colleague or the source asks for.
      await knex('incident_proposals').update({ proposed_by: ANN });
      await knex('proposals').update({ opened_by: ANN });
      expect((await both.decide('1', 'accepted')).status).toBe(403);
      expect((await both.decide('1', 'declined')).status).toBe(200);
      expect((await board.decide('1', 'accepted')).status).toBe(200);
    });

    it('learns nothing of a cause that may not be read', async () => {
      const reason = 'x';
      const say = async (causedBy: string) => {
        const { body, status } = await board.patch('1', { causedBy, reason });
        return [status, body.error.message.replace(causedBy, '')];
      };
      decide((_, ref) => ref !== ARTICLES);
      const hidden = await say(ARTICLES);
      expect(hidden[0]).toBe(400);
      expect(await say('component:default/nobody')).toEqual(hidden);
    });

    it('needs the permission besides', async () => {
      await owner.patch('1', { severity: 'low', reason: 'Nobody felt it.' });
      decide(permission => permission !== CLASSIFY);
      expect((await board.patch('1', { severity: 'low' })).status).toBe(403);
      expect((await board.decide('1', 'accepted')).status).toBe(403);
      expect(app.audited.slice(-2)).toEqual([
        {
          eventId: 'incident-edit',
          severityLevel: 'high',
          outcome: expect.objectContaining({ name: 'NotAllowedError' }),
        },
        {
          eventId: 'incident-decide',
          severityLevel: 'high',
          outcome: expect.objectContaining({ name: 'NotAllowedError' }),
        },
      ]);
    });
  });

  it('is taken by whoever would answer for it', async () => {
    await push(item('1'));
    await owner.patch('1', { severity: 'low', reason: 'x' });
    expect((await receiver.decide('1', 'accepted')).status).toBe(403);
    await knex('incident_proposals').delete();
    await owner.patch('1', { causedBy: ARTICLES, reason: 'Their release.' });
    const { body, status } = await receiver.decide('1', 'accepted');
    expect(status).toBe(200);
    expect(body).toMatchObject({ causedBy: ARTICLES, proposals: [] });
    // Nobody hands it round at home.
    const colleague = as(ANN, 'group:default/team-b');
    await colleague.patch('1', { causedBy: SEARCH, reason: 'Ours, but old.' });
    expect((await receiver.decide('1', 'accepted')).status).toBe(403);
    expect((await board.decide('1', 'declined')).status).toBe(200);
    // It is theirs to review now.
    const review = { completedAt: hoursAgo(1) };
    expect((await receiver.patch('1', { review })).status).toBe(200);
  });

  it('is for users who own it or sit on its board', async () => {
    await push(item('1'), item('2', { entityRef: 'component:default/orphan' }));
    expect((await nobody.patch('1', { severity: 'critical' })).status).toBe(
      403,
    );
    expect((await board.patch('2', { severity: 'critical' })).status).toBe(403);
    for (const [authorization, expected] of [
      [mockCredentials.service.header(), 403],
      [mockCredentials.none.header(), 401],
    ] as const) {
      const url = `/api/autonomy/v1${urlOf('1')}`;
      const answers = [
        await request(app.server)
          .patch(url)
          .set('authorization', authorization)
          .send({ severity: 'low' }),
        await request(app.server)
          .post(`${url}/proposals/x/decision`)
          .set('authorization', authorization)
          .send({ decision: 'accepted' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([expected, expected]);
    }
    for (const path of ['/incidents', urlOf('1')]) {
      const none = mockCredentials.none.header();
      const service = mockCredentials.service.header();
      expect((await app.get(path, none)).status).toBe(401);
      expect((await app.get(path, service)).status).toBe(200);
    }
  });
});

describe('boards where permissions are switched off', () => {
  it('do not decide unless told', async () => {
    const app = await startAutonomy();
    await app.post('/incidents', { items: [item('1')] });
    app.ownership = [ANN, BOARD];
    const { body, status } = await request(app.server)
      .patch('/api/autonomy/v1/incidents/pager/1')
      .set('authorization', mockCredentials.user.header(ANN))
      .send({ severity: 'low' });
    expect([status, body.error.name]).toEqual([403, 'NotAllowedError']);
    await app.stop();
  });
});
