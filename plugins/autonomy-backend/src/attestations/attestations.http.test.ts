import { mockCredentials } from '@backstage/backend-test-utils';
import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import request from 'supertest';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../__testUtils__';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const ANN = 'user:default/ann';
const TEAM = 'group:default/team-a';
const CHECKOUT = 'component:default/checkout';
const user = mockCredentials.user.header(ANN);
const service = mockCredentials.service.header();
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

const item = (rest: object = {}) => ({
  entityRef: CHECKOUT,
  checkId: 'tracing',
  answer: 'yes',
  evidenceUrl: 'https://wiki.example.com/tracing',
  expiresAt: inDays(30),
  ...rest,
});

describe('attestations over HTTP', () => {
  let app: AutonomyUnderTest;
  beforeAll(async () => {
    app = await startAutonomy({
      entities: [...organisation(), entity('orphan')],
    });
  });
  afterAll(() => app.stop());
  beforeEach(() => {
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

  const attest = (items: unknown, as: string = user) =>
    app.post('/attestations', { items }, as);
  const list = (ref = CHECKOUT, as: string = user) =>
    app.get(`/attestations?entity=${encodeURIComponent(ref)}`, as);

  async function attestNew(rest: object = {}): Promise<string> {
    const { body } = await attest([
      item({ note: `${Math.random()}`, ...rest }),
    ]);
    return body.results[0].id;
  }

  describe('access', () => {
    const nobody = mockCredentials.none.header();
    const invalid = mockCredentials.user.invalidHeader();
    const limited = `Bearer ${mockCredentials.limitedUser.token()}`;

    it('is only for those who are signed in', async () => {
      const id = await attestNew();
      for (const as of [nobody, invalid, limited]) {
        expect((await list(CHECKOUT, as)).status).toBe(401);
        expect((await attest([item()], as)).status).toBe(401);
        expect(
          (await app.post(`/attestations/${id}/withdraw`, {}, as)).status,
        ).toBe(401);
      }
    });

    it('lets services read, and never answer for people', async () => {
      const id = await attestNew();
      expect((await list(CHECKOUT, service)).status).toBe(200);
      expect((await attest([item()], service)).status).toBe(403);
      expect(
        (await app.post(`/attestations/${id}/withdraw`, {}, service)).status,
      ).toBe(403);
    });

    it.each([
      ['users of no group', () => (app.ownership = [ANN])],
      ['other teams', () => (app.ownership = [ANN, 'group:default/team-b'])],
      [
        'the board',
        () => (app.ownership = [ANN, 'group:default/payments-board']),
      ],
      [
        'owners without the permission',
        () => decide(name => name !== 'autonomy.attestation.create'),
      ],
    ])('lets %s read, and not answer', async (_, set) => {
      const id = await attestNew();
      set();
      app.audited.length = 0;
      expect((await list()).status).toBe(200);
      expect((await attest([item({ note: 'x' })])).status).toBe(403);
      expect((await app.post(`/attestations/${id}/withdraw`, {})).status).toBe(
        403,
      );
      expect(app.audited).toEqual(
        ['attestation-create', 'attestation-withdraw'].map(eventId => ({
          eventId,
          severityLevel: 'medium',
          outcome: expect.objectContaining({ name: 'NotAllowedError' }),
        })),
      );
      expect((await list()).body.items[0]).toMatchObject({
        id,
        state: 'in-force',
      });
    });

    it.each(['autonomy.entity.read', 'catalog.entity.read'])(
      'hides what may not be read: %s',
      async permission => {
        const id = await attestNew();
        decide((name, ref) => name !== permission || ref !== CHECKOUT);
        const answers = [
          await list(),
          await list('component:default/nobody'),
          await attest([item()]),
          await attest([item({ entityRef: 'component:default/nobody' })]),
          await app.post(`/attestations/${id}/withdraw`, {}),
          await app.post('/attestations/nobody/withdraw', {}),
        ];
        expect(answers.map(({ status }) => status)).toEqual(
          answers.map(() => 404),
        );
        const [known, unknown] = answers.map(({ body }) =>
          body.error.message.replace(/checkout|nobody/, '?'),
        );
        expect(known).toBe(unknown);
      },
    );

    it('is asked for each entity, and all of a batch is refused for one', async () => {
      const ledger = 'component:default/ledger';
      decide(
        (name, ref) =>
          name !== 'autonomy.attestation.create' || ref === CHECKOUT,
      );
      const items = [
        item({ checkId: 'service-metrics' }),
        item({ entityRef: ledger }),
      ];
      expect((await attest(items)).status).toBe(403);
      expect((await attest(items.slice(0, 1))).status).toBe(200);
      decide(() => true);
      const articles = item({ entityRef: 'component:default/articles' });
      expect((await attest([item(), articles])).body.error.message).toBe(
        'Only its owners may answer for component:default/articles',
      );
      expect((await list(ledger)).body.items).toEqual([]);
    });

    it('can be conditional', async () => {
      const apply = (claims: string[]) =>
        request(app.server)
          .post(
            '/api/autonomy/.well-known/backstage/permissions/apply-conditions',
          )
          .set('authorization', service)
          .send({
            items: [
              {
                id: '1',
                resourceRef: CHECKOUT,
                resourceType: 'autonomy-entity',
                conditions: {
                  resourceType: 'autonomy-entity',
                  rule: 'IS_ENTITY_OWNER',
                  params: { claims },
                },
              },
            ],
          });
      expect((await apply([TEAM])).body.items[0].result).toBe('ALLOW');
      expect((await apply([ANN])).body.items[0].result).toBe('DENY');
      const { body } = await request(app.server)
        .get('/api/autonomy/.well-known/backstage/permissions/metadata')
        .set('authorization', service);
      expect(body.permissions).toContainEqual(
        expect.objectContaining({
          name: 'autonomy.attestation.create',
          resourceType: 'autonomy-entity',
          attributes: { action: 'create' },
        }),
      );
    });
  });

  it('change the result, and change it back', async () => {
    const stateOf = async () => {
      const { body } = await app.get('/entities/component/default/checkout');
      const { readiness } = body as Evaluation;
      return readiness.checks.find(({ id }) => id === 'structured-logs')?.state;
    };
    const of = { checkId: 'structured-logs' };
    expect(await stateOf()).toBe('unknown');
    const id = await attestNew(of);
    await app.eventually(stateOf, state => state === 'pass');
    expect(
      (await app.get('/entities/component/default/checkout')).text,
    ).not.toContain(ANN);

    const withdrawn = await app.post(`/attestations/${id}/withdraw`, {});
    expect(withdrawn.body).toMatchObject({ id, state: 'withdrawn' });
    await app.eventually(stateOf, state => state === 'unknown');
    // Again, which changes nothing.
    expect((await app.post(`/attestations/${id}/withdraw`, {})).body).toEqual(
      withdrawn.body,
    );

    await attestNew({ ...of, answer: 'no', evidenceUrl: undefined });
    await app.eventually(stateOf, state => state === 'fail');
    expect(app.audited).toContainEqual({
      eventId: 'attestation-create',
      severityLevel: 'medium',
      outcome: { stored: 1, unchanged: 0, rejected: 0 },
    });
    expect(app.audited).toContainEqual({
      eventId: 'attestation-withdraw',
      severityLevel: 'medium',
      outcome: { entityRef: CHECKOUT, checkId: 'structured-logs' },
    });
  });

  it('are listed with who gave them, and what became of them', async () => {
    const ledger = 'component:default/ledger';
    const of = { entityRef: 'Component:Default/Ledger' };
    const first = item(of);
    expect((await attest([first])).body).toMatchObject({ stored: 1 });
    const repeated = await attest([first]);
    expect([repeated.status, repeated.body.unchanged]).toEqual([200, 1]);
    await attest([item({ ...of, answer: 'no', evidenceUrl: undefined })]);
    await attest([item({ ...of, checkId: 'service-metrics' })]);

    const { body } = await list(ledger);
    expect(body.items.map((one: any) => [one.checkId, one.state])).toEqual([
      ['service-metrics', 'in-force'],
      ['tracing', 'in-force'],
      ['tracing', 'replaced'],
    ]);
    expect(body.items[2]).toEqual({
      id: repeated.body.results[0].id,
      entityRef: ledger,
      checkId: 'tracing',
      answer: 'yes',
      evidenceUrl: first.evidenceUrl,
      attestedBy: ANN,
      ownerRef: TEAM,
      recordedAt: expect.any(Number),
      expiresAt: Date.parse(first.expiresAt),
      state: 'replaced',
    });
  });

  it.each([
    [
      'a check that nobody knows',
      { checkId: 'nope' },
      'checkId',
      'expected the id of a check, found "nope", which no scorecard has',
    ],
    [
      'a check that a machine answers',
      { checkId: 'api-standards' },
      'checkId',
      'expected a check that owners may answer, found "api-standards", which is not attestable',
    ],
    ['no check', { checkId: undefined }, 'checkId', /found nothing/],
    ['NUL', { checkId: 'a\0' }, 'checkId', /control characters/],
    ['another word', { answer: 'maybe' }, 'answer', /one of yes, no/],
    [
      'yes without evidence',
      { evidenceUrl: undefined },
      'evidenceUrl',
      'expected an http or https URL of the evidence where the answer is yes, found nothing',
    ],
    [
      'a script as evidence',
      { evidenceUrl: 'data:text/html,x' },
      'evidenceUrl',
      /http or https/,
    ],
    ['the past', { expiresAt: inDays(-1) }, 'expiresAt', /in the future/],
    ['for ever', { expiresAt: inDays(366) }, 'expiresAt', /at most P365D/],
    ['no zone', { expiresAt: '2026-12-01T00:00:00' }, 'expiresAt', /with zone/],
    ['a long note', { note: 'x'.repeat(501) }, 'note', /1 to 500/],
    [
      'somebody else',
      { attestedBy: 'user:default/bob' },
      'attestedBy',
      /no field/,
    ],
    ['no entity', { entityRef: 'checkout' }, 'entityRef', /an entity ref/],
    ['an object', { entityRef: {} }, 'entityRef', /an entity ref/],
  ])('refuse %s', async (_, rest, field, message) => {
    const answer = await attest([item(rest)]);
    expect(answer.status).toBe(400);
    expect(answer.body.results[0].error).toEqual({
      field,
      message: expect.stringMatching(
        typeof message === 'string'
          ? new RegExp(`^${message.replace(/[.()]/g, '\\$&')}$`)
          : message,
      ),
    });
  });

  it('refuse items alone, and one of two answers to a check', async () => {
    const answer = await attest([
      item({ note: 'first' }),
      item({ note: 'second' }),
      null,
      'x',
      [],
    ]);
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({ stored: 1, rejected: 4 });
    expect(answer.body.results[1].error.message).toBe(
      'expected one answer to a check in a batch, found another to "tracing"',
    );
  });

  it.each([
    ['nothing', undefined],
    ['no list', {}],
    ['an empty list', []],
    ['too many', Array.from({ length: 51 }, () => item())],
  ])('refuse a batch of %s', async (_, items) => {
    expect((await attest(items)).status).toBe(400);
  });

  it('are for no entity without an owner', async () => {
    const answer = await attest([
      item({ entityRef: 'component:default/orphan' }),
    ]);
    expect(answer.status).toBe(403);
  });

  it.each(['', '?entity=checkout', '?entity=%00', '?entity=a:b&entity=c:d'])(
    'are listed for one entity only, not for %s',
    async query => {
      expect((await app.get(`/attestations${query}`, user)).status).toBe(400);
    },
  );
});
