import type { Simulation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import Ajv from 'ajv/dist/2020';
import type { Knex } from 'knex';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../../__testUtils__';
import { spec } from '../../schema/openapi/generated/router';
import { DRAFT } from './__testUtils__';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const ANN = 'user:default/ann';
const READ = 'autonomy.policy.read';
const CREATE = 'autonomy.simulation.create';
const WRITE = 'autonomy.scorecard.write';
const ENTITY_READ = 'autonomy.entity.read';
const ALLOW = { result: 'ALLOW' };
const DENY = { result: 'DENY' };
const OWN_TEAM = {
  result: 'CONDITIONAL',
  pluginId: 'autonomy',
  resourceType: 'autonomy-entity',
  conditions: {
    resourceType: 'autonomy-entity',
    rule: 'IS_ENTITY_OWNER',
    params: { claims: ['group:default/team-a'] },
  },
};
const ONLY_CATALOG_KNOWS = {
  result: 'CONDITIONAL',
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { resourceType: 'x', rule: 'CUSTOM', params: {} },
};

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(spec as object, 'spec');
const isA = (name: string, value: unknown) => {
  ajv.validate(`spec#/components/schemas/${name}`, value);
  return ajv.errors ?? [];
};

/** The formula stays a text in a table. */
const estate = () => [
  ...organisation(),
  entity('formula', { owner: 'team-b', title: '=cmd()|x' }),
];

describe.each(databases.eachSupportedId())(
  'simulations over HTTP on %s',
  databaseId => {
    const user = mockCredentials.user.header(ANN);
    const service = mockCredentials.service.header();
    let app: AutonomyUnderTest;
    let knex: Knex;
    let done: Simulation;

    afterAll(() => app.stop());
    beforeEach(() => {
      app.audited.length = 0;
      decide(() => true);
      see(ALLOW);
    });

    function decide(may: (permission: string) => boolean) {
      app.permissions.authorize.mockImplementation(async requests =>
        requests.map(({ permission }: any) => ({
          result: may(permission.name) ? 'ALLOW' : 'DENY',
        })),
      );
    }

    /** What everybody may see from now on. */
    function see(own: object, catalog: object = ALLOW) {
      app.permissions.authorizeConditional.mockImplementation(
        async () => [own, catalog] as any,
      );
    }

    async function started(body: object, as = user): Promise<Simulation> {
      const answer = await app.post('/simulations', body, as);
      expect([answer.status, answer.body.error]).toEqual([201, undefined]);
      return answer.body;
    }

    const finished = ({ id }: Simulation): Promise<Simulation> =>
      app.eventually(
        async () => (await app.get(`/simulations/${id}`, user)).body,
        ({ state }) => !['queued', 'running'].includes(state),
      );

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      app = await startAutonomy({ knex, entities: estate() });
      // Records begin when the catalog has come to rest.
      await app.eventually(
        () => knex('evaluations').whereNull('state').select('entity_ref'),
        rows => rows.length === 0,
      );
      done = await finished(await started({ yaml: DRAFT }));
    });

    const refsOf = async (query = '') => {
      const path = `/simulations/${done.id}/moves${query}`;
      const { body, status } = await app.get(path, user);
      expect([status, isA('MovesPage', body)]).toEqual([200, []]);
      return body.items.map((each: any) => each.entityRef.split('/')[1]);
    };

    it('are started, worked off, and shown as documented', async () => {
      expect(done).toMatchObject({
        state: 'done',
        createdBy: ANN,
        progress: { done: 5, total: 5 },
        settled: { entities: 4 },
      });
      expect(isA('Simulation', done)).toEqual([]);
      const { body } = await app.get('/simulations', user);
      expect(body.items).toContainEqual(done);
      const none = await app.get('/simulations?draftId=no', user);
      expect(none.body).toEqual({ items: [] });
    });

    it('list who moves, page by page and by what is asked for', async () => {
      const all = ['articles', 'checkout', 'formula', 'ledger'];
      expect(await refsOf()).toEqual(all);
      expect(await refsOf('?when=at-once&what=checks')).toEqual(all);
      expect(await refsOf('?what=rights-lost&what=level-up')).toEqual([]);
      expect(await refsOf('?owner=team-a')).toEqual(['checkout', 'ledger']);
      expect(await refsOf('?domain=content')).toEqual(['articles']);
      expect(await refsOf('?text=%3Dcmd')).toEqual(['formula']);
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await app.get(
          `/simulations/${done.id}/moves?limit=3&cursor=${cursor}`.replace(
            /&cursor=$/,
            '',
          ),
          user,
        );
        expect(body.totalItems).toBe(4);
        seen.push(...body.items.map((each: any) => each.entityRef));
        cursor = body.pageInfo.nextCursor;
      } while (cursor);
      expect(seen.map(ref => ref.split('/')[1])).toEqual(all);
      for (const query of ['cursor=x', 'limit=0', 'what=all', 'when=later']) {
        const bad = await app.get(
          `/simulations/${done.id}/moves?${query}`,
          user,
        );
        expect(bad.status).toBe(400);
      }
    });

    it('count by domain and team', async () => {
      const groups = async (by: string) => {
        const { body } = await app.get(
          `/simulations/${done.id}/groups?by=${by}`,
          user,
        );
        expect(isA('MoveGroups', body)).toEqual([]);
        return body.groups.map((each: any) => [each.ref, each.settled.checks]);
      };
      expect(await groups('owner')).toEqual([
        ['group:default/team-a', 2],
        ['group:default/team-b', 2],
      ]);
      const domains = await groups('domain');
      expect(domains).toHaveLength(3);
      expect(domains).toEqual(
        expect.arrayContaining([
          ['domain:default/content', 1],
          ['domain:default/payments', 2],
          [undefined, 1],
        ]),
      );
    });

    it('are no more than the reader may see, counts included', async () => {
      see(OWN_TEAM);
      expect(await refsOf()).toEqual(['checkout', 'ledger']);
      const path = `/simulations/${done.id}`;
      const own = await app.get(path, user);
      expect(own.body).toMatchObject({
        settled: { entities: 2, checks: 2 },
        atOnce: { entities: 2 },
      });
      const listed = await app.get('/simulations', user);
      expect(listed.body.items).toContainEqual(own.body);
      const groups = await app.get(`${path}/groups?by=owner`, user);
      expect(groups.body.groups).toMatchObject([
        { ref: 'group:default/team-a' },
      ]);
      const csv = await app.get(`${path}/moves.csv`, user);
      expect(csv.text.split('\r\n')).toHaveLength(4);
      const report = await app.get(`${path}/report.md`, user);
      expect(report.text).toContain('| differ in anything | 2 | 2 |');

      see(DENY);
      expect(await refsOf()).toEqual([]);
      expect((await app.get(path, user)).body.settled.entities).toBe(0);

      see(ALLOW, ONLY_CATALOG_KNOWS);
      const hideLedger = jest
        .spyOn(app.catalog.service, 'getEntitiesByRefs')
        .mockImplementation(async ({ entityRefs }) => ({
          items: entityRefs.map(ref =>
            ref.endsWith('/ledger')
              ? undefined
              : ({ kind: 'Component' } as any),
          ),
        }));
      expect(await refsOf()).toEqual(['articles', 'checkout', 'formula']);
      expect((await app.get(path, user)).body).toMatchObject({
        isWithheld: true,
        settled: { entities: 0 },
      });
      expect((await app.get(`${path}/groups?by=domain`, user)).body).toEqual({
        isWithheld: true,
        groups: [],
      });
      const some = await app.get(`${path}/moves.csv`, user);
      expect(some.text).not.toContain('ledger');
      hideLedger.mockRestore();
    });

    it('are sent as a table and as a report', async () => {
      const path = `/simulations/${done.id}`;
      const csv = await app.get(`${path}/moves.csv?when=at-once`, user);
      expect(csv.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="autonomy-simulation.csv"',
      });
      const [header, , checkout, formula] = csv.text.split('\r\n');
      expect(header).toContain('entity,title,owner,system,domain,when,level');
      expect(checkout).toContain('component:default/checkout,Checkout,');
      expect(checkout).toContain('service-fine: none > unknown');
      expect(formula).toContain("'=cmd()|x");
      expect(app.audited).toEqual([
        {
          eventId: 'simulation-export',
          severityLevel: 'low',
          outcome: { entities: 4 },
        },
      ]);
      const report = await app.get(`${path}/report.md`, user);
      expect(report.headers['content-type']).toBe(
        'text/markdown; charset=utf-8',
      );
      expect(report.text).toContain('**Nobody would lose a right.**');
    });

    it('try a draft that is stored', async () => {
      await knex('policy_drafts').insert({
        id: 'draft-1',
        kind: 'scorecard',
        name: 'extra',
        yaml: DRAFT,
        revision: 4,
        created_by: ANN,
        updated_by: ANN,
        updated_at: 1,
      });
      const simulation = await started({ draftId: 'draft-1' }, service);
      expect(simulation.draft).toEqual({ id: 'draft-1', revision: 4 });
      await finished(simulation);
      const { body } = await app.get('/simulations?draftId=draft-1', user);
      expect(body.items.map(({ id }: Simulation) => id)).toEqual([
        simulation.id,
      ]);
      const missing = await app.post('/simulations', { draftId: 'x' }, user);
      expect(missing.status).toBe(404);
    });

    it.each<[string, object, string | RegExp]>([
      [
        'nothing',
        {},
        'Invalid body: expected either draftId or yaml, found neither',
      ],
      [
        'both',
        { draftId: 'a', yaml: 'b' },
        'Invalid body: expected either draftId or yaml, found both',
      ],
      [
        'what is no policy',
        { yaml: DRAFT.replace('areas: [tooling]', 'areas: [cake]') },
        /^Invalid yaml: line 15: spec.checks\[1\].areas\[0\]: unknown area/,
      ],
    ])('refuse %s', async (_, body, message) => {
      const answer = await app.post('/simulations', body, user);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it('are cancelled by who started them, or who edits scorecards', async () => {
      const stopped = async () => {
        const { id } = await started({ yaml: DRAFT });
        await finished({ id } as Simulation);
        await knex('simulations').where('id', id).update({ state: 'running' });
        return `/simulations/${id}/cancel`;
      };
      const other = mockCredentials.user.header('user:default/ben');
      const path = await stopped();
      decide(permission => permission !== WRITE);
      expect((await app.post(path, {}, other)).status).toBe(403);
      expect((await app.post(path, {}, user)).body.state).toBe('cancelled');
      expect((await app.post(path, {}, user)).status).toBe(409);
      const another = await stopped();
      decide(() => true);
      expect((await app.post(another, {}, other)).status).toBe(200);
      const missing = await app.post('/simulations/x/cancel', {}, user);
      expect(missing.status).toBe(404);
    });

    describe('texts that are tried', () => {
      const tryOn = (body: object, as = user) =>
        app.post('/policy/trial', { yaml: DRAFT, ...body }, as);

      it('say what they would say of one entity', async () => {
        const entityRef = 'Component:default/Checkout';
        const { body, status } = await tryOn({ entityRef });
        expect([status, isA('PolicyTrial', body)]).toEqual([200, []]);
        expect(body).toMatchObject({
          issues: [],
          checks: [
            {
              id: 'service-fine',
              state: 'unknown',
              reads: [{ path: 'service.fine', state: 'missing' }],
            },
            { id: 'java-only', state: 'pass' },
          ],
          difference: {
            settled: { checks: [{ id: 'java-only' }, { id: 'service-fine' }] },
          },
        });
        const one = await tryOn({ entityRef, checkId: 'java-only' });
        expect(one.body.checks).toHaveLength(1);
        const yaml = DRAFT.replace('service.fine', 'service.fine >');
        const wrong = await tryOn({ entityRef, yaml });
        expect(wrong.body).toMatchObject({
          issues: [{ line: 12, field: 'spec.checks[0].expression' }],
          checks: [],
        });
      });

      it('are tried on what the caller may read only', async () => {
        const entityRef = 'component:default/checkout';
        decide(permission => permission !== ENTITY_READ);
        expect((await tryOn({ entityRef })).status).toBe(404);
        decide(() => true);
        const unknown = await tryOn({ entityRef: 'component:default/no' });
        expect(unknown.status).toBe(404);
      });

      it('count to how many entities they would apply', async () => {
        const count = async () => {
          const { body, status } = await app.post(
            '/policy/applicability',
            { yaml: DRAFT },
            user,
          );
          expect([status, isA('PolicyApplicability', body)]).toEqual([200, []]);
          return body;
        };
        expect(await count()).toEqual({
          issues: [],
          inScope: 5,
          selected: 4,
          checks: [
            { id: 'service-fine', applies: 4 },
            { id: 'java-only', applies: 1 },
          ],
          examples: ['articles', 'checkout', 'formula', 'ledger'].map(
            name => `component:default/${name}`,
          ),
        });
        see(OWN_TEAM);
        expect(await count()).toMatchObject({ inScope: 2, selected: 2 });
        see(DENY);
        expect(await count()).toMatchObject({ inScope: 0, examples: [] });
      });

      it('count an overlay where its domain is', async () => {
        const yaml = `apiVersion: aligned-autonomy/v1
kind: Overlay
metadata: { name: payments, title: Payments, domain: 'domain:default/payments' }
spec:
  add:
    - role: guardrails
      checks:
        - { id: two-keys, title: Two keys, areas: [tooling], effect: inform, expression: service.keys }
`;
        const { body } = await app.post(
          '/policy/applicability',
          { yaml },
          user,
        );
        expect(body).toMatchObject({
          inScope: 5,
          selected: 2,
          checks: [{ id: 'two-keys', applies: 2 }],
        });
      });
    });

    it('are for those who are signed in and may', async () => {
      const { id } = done;
      const trial = { yaml: DRAFT, entityRef: 'component:default/checkout' };
      const routes: [string, string, string, object?][] = [
        ['get', '/simulations', READ],
        ['post', '/simulations', CREATE, { yaml: DRAFT }],
        ['get', `/simulations/${id}`, READ],
        ['get', `/simulations/${id}/moves`, READ],
        ['get', `/simulations/${id}/groups?by=owner`, READ],
        ['get', `/simulations/${id}/moves.csv`, READ],
        ['get', `/simulations/${id}/report.md`, READ],
        ['post', `/simulations/${id}/cancel`, READ, {}],
        ['post', '/policy/trial', CREATE, trial],
        ['post', '/policy/applicability', CREATE, { yaml: DRAFT }],
      ];
      const send = ([method, path, , body]: (typeof routes)[0], as: string) =>
        method === 'get' ? app.get(path, as) : app.post(path, body, as);
      for (const route of routes) {
        const [, path, needed] = route;
        decide(() => true);
        for (const as of [
          mockCredentials.none.header(),
          mockCredentials.user.invalidHeader(),
        ]) {
          expect([path, (await send(route, as)).status]).toEqual([path, 401]);
        }
        decide(permission => permission !== needed);
        for (const as of [user, service]) {
          expect([path, (await send(route, as)).status]).toEqual([path, 403]);
        }
        // What is over cannot be cancelled.
        decide(() => true);
        const { status } = await send(route, service);
        expect([path, [200, 201, 409]]).toEqual([
          path,
          expect.arrayContaining([status]),
        ]);
      }
      const missing = routes
        .map(([, path]) => path)
        .filter(path => path.includes(id) && !path.includes('cancel'));
      for (const path of missing) {
        const answer = await app.get(path.replace(id, 'none'), user);
        expect([path, answer.status]).toEqual([path, 404]);
      }
    });
  },
);
