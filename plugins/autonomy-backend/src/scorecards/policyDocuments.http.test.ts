import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { startAutonomy, type AutonomyUnderTest } from '../__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const DAY = 86_400_000;
const BO = 'user:default/bo';
const BOARD = 'group:default/payments-board';
const CENTRE = 'group:default/centre';

const scorecard = (name: string, checks: string[], extra = '') => `# ours
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: ${name}, title: Our own }
spec:
  role: guardrails
  checks:
${checks
  .map(
    id =>
      `    - { id: ${id}, title: Own, areas: [deployment], expression: a.b${extra} }\n`,
  )
  .join('')}`;

const overlay = (domain: string, check = 'rollback-tested') => `
apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: payments, domain: domain:default/${domain} }
spec:
  checks:
    - { id: ${check}, grace: P1D }
`;

describe.each(databases.eachSupportedId())(
  'policy documents on %s',
  databaseId => {
    let knex: Knex;
    let app: AutonomyUnderTest;
    beforeAll(async () => {
      knex = await databases.init(databaseId);
      app = await startAutonomy({
        knex,
        config: { boardsWithoutPermissions: true, centralBoard: CENTRE },
      });
    });
    afterAll(() => app.stop());
    beforeEach(async () => {
      app.ownership = [BO, BOARD];
      allow(() => true);
      await forgetAll();
      app.audited.length = 0;
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
    const other = mockCredentials.user.header('user:default/ann');
    const service = mockCredentials.service.header();
    const get = (path: string, as = user) => app.get(`/policy/${path}`, as);
    const post = (path: string, body: object, as = user) =>
      app.post(`/policy/${path}`, body, as);
    const put = (id: string, body: object, as = user) =>
      request(app.server)
        .put(`/api/autonomy/v1/policy/drafts/${id}`)
        .set('authorization', as)
        .send(body);
    const discard = (id: string, revision: number, as = user) =>
      request(app.server)
        .delete(`/api/autonomy/v1/policy/drafts/${id}?revision=${revision}`)
        .set('authorization', as);

    async function forgetAll() {
      await knex('policy_versions').delete();
      await knex('policy_drafts').delete();
      await knex('published_checks').delete();
      await app.eventually(
        async () => (await get('documents')).body.items,
        items =>
          items.some(({ name }: any) => name === 'readiness') &&
          items.every(({ origin }: any) => origin.type === 'built-in'),
      );
    }

    async function begin(yaml: string): Promise<string> {
      const { body, status } = await post('drafts', { yaml });
      expect([status, body]).toEqual([201, body]);
      return body.id;
    }

    async function publish(yaml: string, rest: object = {}) {
      const id = await begin(yaml);
      return post(`drafts/${id}/publish`, {
        revision: 1,
        note: 'Because',
        ...rest,
      });
    }

    const key = 'documents/scorecard/own';
    const inDays = (days: number) => new Date(Date.now() + days * DAY);

    it('go from a draft to being in force, back again and away', async () => {
      const before = (await get('documents')).body;
      expect(before.problems).toEqual([]);
      expect((await get(key)).status).toBe(404);

      const first = scorecard('own', ['own-a']);
      const draft = await post('drafts', { yaml: first });
      expect(draft.body).toMatchObject({
        kind: 'scorecard',
        name: 'own',
        revision: 1,
        createdBy: BO,
        isOutdated: false,
        verdict: { issues: [] },
      });
      expect(draft.body.verdict.changes).not.toEqual([]);
      const published = await post(`drafts/${draft.body.id}/publish`, {
        revision: 1,
        note: ' The first\none ',
      });
      expect(published.status).toBe(201);
      expect(published.body).toMatchObject({
        action: 'publish',
        author: BO,
        note: 'The first one',
        state: 'in-force',
      });
      const one = published.body.number;
      expect((await get('drafts')).body).toEqual({ items: [] });
      const document = (await get(key)).body;
      expect(document).toMatchObject({
        yaml: first,
        checks: ['own-a'],
        origin: { type: 'here', version: one },
        isEditable: true,
      });
      expect((await get('documents')).body.version).not.toBe(before.version);
      expect(await knex('published_checks').pluck('check_id')).toEqual([
        'own-a',
      ]);

      const two = await publish(scorecard('own', ['own-a', 'own-b']));
      expect(two.status).toBe(201);
      const detail = (await get(`versions/${two.body.number}`)).body;
      expect(detail.changes).toEqual([
        expect.objectContaining({ change: 'added', id: 'own-b' }),
      ]);

      const back = await post(`${key}/roll-back`, {
        to: one,
        note: 'Back',
        newest: two.body.number,
      });
      expect(back.body).toMatchObject({ action: 'roll-back', restores: one });
      expect((await get(key)).body.yaml).toBe(first);

      const retired = await post(`${key}/retire`, {
        note: 'Away',
        newest: back.body.number,
      });
      expect(retired.status).toBe(201);
      expect((await get('documents')).body.version).toBe(before.version);
      const gone = (await get(key)).body;
      expect(gone.yaml).toBe(first);
      expect(gone.versions.map(({ state }: any) => state)).toEqual([
        'in-force',
        'superseded',
        'superseded',
        'superseded',
      ]);
      expect((await get('versions')).body.items).toHaveLength(4);
      expect(
        app.audited
          .filter(({ severityLevel }) => severityLevel === 'high')
          .map(({ eventId }) => eventId),
      ).toEqual([
        'policy-publish',
        'policy-publish',
        'policy-roll-back',
        'policy-retire',
      ]);
    });

    it('says how large a text may be', async () => {
      const huge = await post('validate', { yaml: 'x'.repeat(1_100_000) });
      expect(huge.status).toBe(413);
      expect(huge.body.error.message).toMatch(
        /too large \(expected at most 1048576 bytes, found 11000\d\d\)/,
      );
      const large = await post('validate', { yaml: '#'.repeat(600_000) });
      expect([large.status, large.body.error?.message]).toEqual([
        400,
        expect.stringContaining('524288 characters'),
      ]);
    });

    it('shows a draft of a document that is not there yet, and what is built in beneath one that is', async () => {
      const id = await begin(scorecard('unpublished', ['unpublished-a']));
      const { items, newDrafts } = (await get('documents')).body;
      expect(newDrafts).toMatchObject([{ id, name: 'unpublished' }]);
      expect(items.map(({ name }: any) => name)).not.toContain('unpublished');
      await discard(id, 1);

      const path = 'documents/scorecard/guardrails';
      const { builtInYaml, yaml } = (await get(path)).body;
      expect(builtInYaml).toBeUndefined();
      const changed = yaml.replace('Organisation guardrails', 'Ours');
      expect((await publish(changed)).status).toBe(201);
      const { body } = await get(path);
      expect([body.title, body.builtInYaml]).toEqual(['Ours', yaml]);
      await forgetAll();
    });

    it('retires a built-in scorecard and brings it back', async () => {
      const before = (await get('documents')).body;
      const path = 'documents/scorecard/readiness';
      const retired = await post(`${path}/retire`, { note: 'Away' });
      expect(retired.status).toBe(201);
      expect(
        (await get('documents')).body.items.map(({ name }: any) => name),
      ).not.toContain('readiness');
      const back = await post(`${path}/roll-back`, {
        to: 0,
        note: 'Back',
        newest: retired.body.number,
      });
      expect([back.status, back.body.restores]).toEqual([201, 0]);
      expect((await get('documents')).body).toEqual(before);
    });

    it('announces for later, and takes back what does not count yet', async () => {
      const before = (await get('documents')).body.version;
      const later = await publish(scorecard('own', ['own-a']), {
        effectiveFrom: inDays(7).toISOString(),
      });
      expect(later.body).toMatchObject({ state: 'scheduled' });
      const { items, version } = (await get('documents')).body;
      expect(version).toBe(before);
      expect(items.find(({ name }: any) => name === 'own')).toMatchObject({
        scheduled: { number: later.body.number },
      });
      const early = await publish(scorecard('own', ['own-b']));
      expect(early.status).toBe(409);
      expect(early.body.error.message).toMatch(/withdraw it first/);

      const withdraw = `versions/${later.body.number}/withdraw`;
      const withdrawn = await post(withdraw, { note: 'Not now' });
      expect(withdrawn.body).toMatchObject({
        state: 'withdrawn',
        withdrawn: { by: BO, note: 'Not now' },
      });
      expect(await knex('published_checks')).toEqual([]);
      expect((await post(withdraw, { note: 'Again' })).status).toBe(409);
      expect((await get('drafts')).body.items[0].isOutdated).toBe(false);
    });

    it('has no editor overwrite another', async () => {
      const id = await begin(scorecard('own', ['own-a']));
      const yaml = scorecard('own', ['own-b']);
      const changed = await put(id, { yaml, revision: 1 }, other);
      expect(changed.body).toMatchObject({
        revision: 2,
        updatedBy: 'user:default/ann',
      });
      const answers = [
        await put(id, { yaml, revision: 1 }),
        await discard(id, 1),
        await post(`drafts/${id}/publish`, { revision: 1, note: 'Mine' }),
        await post('drafts', { yaml }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409]);
      expect(answers[0].body.error.message).toMatch(
        /changed by user:default\/ann at .*expected revision 1, found 2/,
      );
      expect((await discard(id, 2)).status).toBe(204);
    });

    it('publishes no draft that was begun before somebody else published', async () => {
      const of = { kind: 'scorecard', name: 'own' };
      const first = (await publish(scorecard('own', ['own-a']))).body;
      const draft = (await post('drafts', { of })).body;
      expect(draft.baseYaml).toBe(scorecard('own', ['own-a']));
      const newest = (
        await post(`${key}/roll-back`, {
          to: first.number,
          newest: first.number,
          note: 'Again',
        })
      ).body;
      expect((await get(`drafts/${draft.id}`)).body.isOutdated).toBe(true);
      const late = await post(`drafts/${draft.id}/publish`, {
        revision: 1,
        note: 'Late',
      });
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain(
        `version ${newest.number} of scorecard own was published by ${BO}`,
      );
      const stale = { to: first.number, newest: first.number, note: 'Late' };
      expect((await post(`${key}/roll-back`, stale)).status).toBe(409);
    });

    it('lets only one of two publications pass that do not fit each other', async () => {
      const ids = [
        await begin(scorecard('one', ['the-same'])),
        await begin(scorecard('two', ['the-same'])),
      ];
      const answers = await Promise.all(
        ids.map(id =>
          post(`drafts/${id}/publish`, { revision: 1, note: 'Now' }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
      expect(await knex('policy_versions')).toHaveLength(1);
    });

    it('publishes nothing that does not fit what is announced', async () => {
      const later = await publish(scorecard('one', ['the-same']), {
        effectiveFrom: inDays(7).toISOString(),
      });
      const id = await begin(scorecard('two', ['the-same']));
      const { issues } = (await get(`drafts/${id}`)).body.verdict;
      expect(issues[0].message).toContain(
        `does not fit version ${later.body.number} of scorecard one`,
      );
      const now = { revision: 1, note: 'Now' };
      const refused = await post(`drafts/${id}/publish`, now);
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toMatch(
        /does not fit what is announced/,
      );
      await post(`versions/${later.body.number}/withdraw`, { note: 'No' });
      expect((await post(`drafts/${id}/publish`, now)).status).toBe(201);
    });

    it('says of a draft at which column it is wrong, and publishes none of it', async () => {
      const id = await begin(scorecard('own', ['own-a'], ' &&'));
      const { issues } = (await get(`drafts/${id}`)).body.verdict;
      expect(issues).toEqual([
        expect.objectContaining({
          line: 8,
          column: expect.any(Number),
          field: 'spec.checks[0].expression',
        }),
      ]);
      const refused = await post(`drafts/${id}/publish`, {
        revision: 1,
        note: 'Now',
      });
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(
        /^line 8, column \d+: spec\.checks\[0\]\.expression: /,
      );
      expect(await knex('policy_versions')).toEqual([]);
      const { body } = await post('validate', { yaml: 'a: [' }, service);
      expect(body.issues).not.toEqual([]);
    });

    it('is brought from one installation to another by export and import', async () => {
      await publish(scorecard('own', ['own-a']));
      await post('documents/scorecard/readiness/retire', { note: 'Away' });
      const { version } = (await get('documents')).body;
      const file = await get('export');
      expect(file.headers['content-type']).toMatch('text/yaml');
      expect(file.text).toContain('# ours');
      const twice = await post('import', { yaml: file.text });
      expect(twice.body.items.map(({ status }: any) => status)).toEqual([
        'unchanged',
        'unchanged',
      ]);

      await forgetAll();
      const { body } = await post('import', { yaml: file.text });
      expect(body.items.map(({ status }: any) => status)).toEqual([
        'draft-created',
        'draft-created',
      ]);
      for (const { draftId } of body.items) {
        await post(`drafts/${draftId}/publish`, { revision: 1, note: 'In' });
      }
      expect((await get('documents')).body.version).toBe(version);
    });

    it('imports over no draft of somebody else', async () => {
      const id = await begin(scorecard('own', ['own-a']));
      const yaml = scorecard('own', ['own-b']);
      const theirs = await post('import', { yaml }, other);
      expect(theirs.body.items).toMatchObject([{ status: 'refused' }]);
      const own = await post('import', { yaml });
      expect(own.body.items).toMatchObject([
        { status: 'draft-replaced', draftId: id },
      ]);
    });

    it('lets the board of a domain write its overlay, and no other', async () => {
      expect((await post('drafts', { yaml: overlay('content') })).status).toBe(
        403,
      );
      const id = await begin(overlay('payments'));
      const elsewhere = { yaml: overlay('content'), revision: 1 };
      expect((await put(id, elsewhere)).status).toBe(403);
      app.ownership = [BO];
      const now = { revision: 1, note: 'Now' };
      expect((await post(`drafts/${id}/publish`, now)).status).toBe(403);
      app.ownership = [CENTRE];
      expect((await post(`drafts/${id}/publish`, now)).status).toBe(201);
    });

    it.each([
      ['nobody', mockCredentials.none.header(), 401, 401],
      ['a service', service, 200, 403],
    ])('admits %s as far as it may', async (_, as, reading, writing) => {
      const id = await begin(scorecard('own', ['own-a']));
      const reads = ['documents', 'versions', 'drafts', 'starters', 'export'];
      for (const path of [...reads, `drafts/${id}`]) {
        expect([path, (await get(path, as)).status]).toEqual([path, reading]);
      }
      const yaml = scorecard('two', ['own-b']);
      const note = 'Now';
      const writes = [
        await post('drafts', { yaml }, as),
        await put(id, { yaml, revision: 1 }, as),
        await discard(id, 1, as),
        await post(`drafts/${id}/publish`, { revision: 1, note }, as),
        await post('import', { yaml }, as),
        await post(`${key}/retire`, { note }, as),
        await post(`${key}/roll-back`, { to: 1, newest: 1, note }, as),
        await post('versions/1/withdraw', { note }, as),
      ];
      expect(writes.map(({ status }) => status)).toEqual(
        writes.map(() => writing),
      );
    });

    it('admits nobody without the permissions', async () => {
      const id = await begin(scorecard('own', ['own-a']));
      allow(name => name !== 'autonomy.policy.read');
      expect((await get('documents')).status).toBe(403);
      expect((await get(`drafts/${id}`)).status).toBe(403);
      expect((await post('validate', { yaml: 'a' })).status).toBe(403);
      allow(name => name !== 'autonomy.scorecard.write');
      const now = { revision: 1, note: 'Now' };
      expect((await get('documents')).status).toBe(200);
      expect((await post(`drafts/${id}/publish`, now)).status).toBe(403);
      expect((await discard(id, 1)).status).toBe(403);
      const brought = await post('import', {
        yaml: scorecard('two', ['own-b']),
      });
      expect(brought.body.items).toMatchObject([
        {
          status: 'refused',
          message: expect.stringMatching('scorecard.write'),
        },
      ]);
    });

    it.each([
      ['GET', 'documents/scorecard/nothing', 404],
      ['GET', 'documents/thing/own', 400],
      ['GET', 'versions/99', 404],
      ['GET', 'drafts/nothing', 404],
      ['GET', 'export?document=scorecard/nothing', 404],
      ['POST', 'drafts/nothing/publish', 404],
      ['POST', 'versions/99/withdraw', 404],
      ['POST', 'documents/policy/default/retire', 404],
    ])('%s %s answers %i', async (method, path, status) => {
      const body = { revision: 1, note: 'Now' };
      const sent = /publish/.test(path) ? body : { note: 'Now' };
      const answer = await (method === 'GET' ? get(path) : post(path, sent));
      expect([answer.status, answer.body]).toEqual([status, answer.body]);
    });

    it.each([
      ['a blank note', { note: '  ' }, /note: expected a text/],
      ['a long note', { note: 'x'.repeat(501) }, /note: expected a text/],
      [
        'the past',
        { effectiveFrom: inDays(-1).toISOString() },
        /effectiveFrom: expected an instant in the future/,
      ],
      [
        'a far future',
        { effectiveFrom: inDays(800).toISOString() },
        /effectiveFrom: .*two years/,
      ],
      [
        'an unknown simulation',
        { simulationId: 'x' },
        /simulationId: expected/,
      ],
    ])('refuses to publish with %s', async (_, rest, message) => {
      const answer = await publish(scorecard('own', ['own-a']), rest);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it('tells plugins of what is published', async () => {
      await publish(scorecard('own', ['own-a']), {
        effectiveFrom: inDays(3).toISOString(),
      });
      const rows = await app.eventually(
        () => knex('outbox'),
        all => all.length === 0,
      );
      expect(rows).toEqual([]);
    });
  },
);
